// SPDX-License-Identifier: Apache-2.0
#include "gate/diff.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace gouji {

const char* to_string(Change::Kind kind) {
  switch (kind) {
    case Change::Kind::added: return "new";
    case Change::Kind::changed: return "changed";
    case Change::Kind::remains: return "remains";
    case Change::Kind::not_judged: return "not-judged";
    case Change::Kind::fixed: return "fixed";
  }
  return "new";
}

}  // namespace gouji

namespace gouji::gate {
namespace {

const std::string& heading_of(const Finding& finding) {
  static const std::string kNone;
  return finding.evidence.empty() ? kNone : finding.evidence.front().place.heading;
}

/// Findings of one side that have no partner yet.
using Rest = std::vector<const Finding*>;

class Pairing {
 public:
  Pairing(const Outcome& before, const Outcome& after) : after_(after) {
    std::map<std::string, const Finding*> by_id;
    for (const Finding& finding : before.findings) by_id.emplace(finding.id, &finding);
    for (const Finding& finding : after.findings) {
      const auto at = by_id.find(finding.id);
      if (at == by_id.end()) {
        new_.push_back(&finding);
      } else {
        add(Change::Kind::remains, at->second, &finding);
        by_id.erase(at);
      }
    }
    for (const Finding& finding : before.findings) {
      const auto at = by_id.find(finding.id);
      if (at != by_id.end() && at->second == &finding) old_.push_back(&finding);
    }
  }

  std::vector<Change> take() {
    pair_by([](const Finding& finding) { return finding.kin + '\n' + heading_of(finding); }, false);
    pair_by([](const Finding& finding) { return finding.kin; }, true);
    for (const Finding* finding : new_) add(Change::Kind::added, nullptr, finding);
    for (const Finding* finding : old_) {
      const bool was_run = after_.rules_run.empty() ||
                           std::binary_search(after_.rules_run.begin(), after_.rules_run.end(), finding->rule);
      add(was_run ? Change::Kind::fixed : Change::Kind::not_judged, finding, nullptr);
    }
    std::stable_sort(changes_.begin(), changes_.end(),
                     [](const Change& a, const Change& b) { return a.kind < b.kind; });
    return std::move(changes_);
  }

 private:
  void add(Change::Kind kind, const Finding* before, const Finding* after) {
    Change change;
    change.kind = kind;
    if (before != nullptr) change.before = *before;
    if (after != nullptr) change.after = *after;
    changes_.push_back(std::move(change));
  }

  /// Pairs what has the same key, in reading order; `needs_one`: only where either side has just one.
  template <class Key>
  void pair_by(Key key, bool needs_one) {
    std::map<std::string, Rest> old_by_key;
    std::map<std::string, std::size_t> new_count;
    for (const Finding* finding : old_) old_by_key[key(*finding)].push_back(finding);
    for (const Finding* finding : new_) ++new_count[key(*finding)];
    std::set<const Finding*> done;
    Rest left;
    for (const Finding* finding : new_) {
      const auto at = finding->kin.empty() ? old_by_key.end() : old_by_key.find(key(*finding));
      const bool is_paired = at != old_by_key.end() && !at->second.empty() &&
                             (!needs_one || (at->second.size() == 1 && new_count[at->first] == 1));
      if (!is_paired) {
        left.push_back(finding);
        continue;
      }
      add(Change::Kind::changed, at->second.front(), finding);
      done.insert(at->second.front());
      at->second.erase(at->second.begin());
    }
    new_ = std::move(left);
    old_.erase(std::remove_if(old_.begin(), old_.end(), [&](const Finding* one) { return done.count(one) > 0; }),
               old_.end());
  }

  const Outcome& after_;
  Rest old_;
  Rest new_;
  std::vector<Change> changes_;
};

std::size_t shared_ids(const Outcome& a, const Outcome& b) {
  std::set<std::string> ids;
  for (const Finding& finding : a.findings) ids.insert(finding.id);
  return static_cast<std::size_t>(std::count_if(b.findings.begin(), b.findings.end(),
                                                [&](const Finding& finding) { return ids.count(finding.id) > 0; }));
}

}  // namespace

DocumentDiff compare(const Outcome* before, const Outcome* after) {
  DocumentDiff diff;
  for (const Outcome* one : {after, before}) {
    if (one != nullptr && one->status == Status::failed && !diff.error) {
      diff.error = one->error ? *one->error : Error{"failed", {"无法检查", "could not be checked"}, {}, one->path};
      if (diff.error->where.empty()) diff.error->where = one->path;
    }
  }
  static const Outcome kNothing;
  if (before != nullptr) diff.old_path = before->path;
  if (after != nullptr) diff.new_path = after->path;
  // of a document that is gone nothing is fixed, and nothing of it is to be done
  if (!diff.error && after != nullptr) diff.changes = Pairing(before == nullptr ? kNothing : *before, *after).take();
  return diff;
}

std::vector<std::pair<const Outcome*, const Outcome*>> pair_versions(const std::vector<Version>& before,
                                                                     const std::vector<Version>& after) {
  std::vector<const Outcome*> partner(after.size(), nullptr);
  std::vector<bool> is_used(before.size(), false);
  const auto pair = [&](std::size_t old_index, std::size_t new_index) {
    partner[new_index] = before[old_index].outcome;
    is_used[old_index] = true;
  };
  if (before.size() == 1 && after.size() == 1) pair(0, 0);
  for (std::size_t i = 0; i < after.size(); ++i) {
    for (std::size_t j = 0; j < before.size() && partner[i] == nullptr; ++j) {
      if (!is_used[j] && before[j].name == after[i].name) pair(j, i);
    }
  }
  for (std::size_t i = 0; i < after.size(); ++i) {
    if (partner[i] != nullptr) continue;
    std::size_t best = 0;
    std::size_t best_index = before.size();
    for (std::size_t j = 0; j < before.size(); ++j) {
      const std::size_t shared = is_used[j] ? 0 : shared_ids(*before[j].outcome, *after[i].outcome);
      if (shared > best) {
        best = shared;
        best_index = j;
      }
    }
    if (best_index < before.size()) pair(best_index, i);
  }
  std::vector<std::pair<const Outcome*, const Outcome*>> pairs;
  for (std::size_t i = 0; i < after.size(); ++i) pairs.emplace_back(partner[i], after[i].outcome);
  for (std::size_t j = 0; j < before.size(); ++j) {
    if (!is_used[j]) pairs.emplace_back(before[j].outcome, nullptr);
  }
  return pairs;
}

}  // namespace gouji::gate
