// SPDX-License-Identifier: Apache-2.0
#include "engine/merge.hpp"

#include <algorithm>
#include <array>
#include <compare>
#include <map>
#include <numeric>
#include <string_view>
#include <utility>

namespace gouji::engine {
namespace {

// Which rule tells the reader most when several see one fault: a wrong unit explains a wrong sum, a wrong sum a wrong
// share. What is not listed comes last.
constexpr std::array<std::string_view, 20> kTelling{"unit/cell-unit-vs-header",
                                                    "unit/column-mixed-units",
                                                    "unit/magnitude",
                                                    "unit/missing-unit",
                                                    "balance/totals-equal",
                                                    "balance/composition",
                                                    "total/headcount",
                                                    "total/nested",
                                                    "total/two-partitions",
                                                    "total/list-then-sum",
                                                    "total/text-enumeration",
                                                    "balance/flow",
                                                    "total/table-column",
                                                    "total/table-row",
                                                    "total/part-exceeds-whole",
                                                    "change/zero-base",
                                                    "change/direction",
                                                    "change/delta",
                                                    "change/rate",
                                                    "ratio/"};

std::size_t rank_of(std::string_view rule) {
  const auto at =
      std::find_if(kTelling.begin(), kTelling.end(), [&](std::string_view name) { return rule.starts_with(name); });
  return static_cast<std::size_t>(at - kTelling.begin());
}

struct MarkKey {
  std::uint32_t passage = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  auto operator<=>(const MarkKey&) const = default;
};

MarkKey key_of(const check::Spot& spot) {
  const text::Span span = spot.mark.end > spot.mark.begin ? spot.mark : spot.quote;
  return {spot.passage, span.begin, span.end};
}

std::vector<MarkKey> keys_of(const check::Draft& draft) {
  std::vector<MarkKey> keys;
  for (const check::Spot& spot : draft.evidence) keys.push_back(key_of(spot));
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

void append_line(std::string& text, const std::string& more) {
  if (more.empty() || text.find(more) != std::string::npos) return;
  if (!text.empty()) text += '\n';
  text += more;
}

void absorb(RuleDraft& leader, RuleDraft follower) {
  append_line(leader.draft.working.zh, follower.draft.working.zh);
  append_line(leader.draft.working.en, follower.draft.working.en);
  if (leader.draft.cause.empty()) leader.draft.cause = std::move(follower.draft.cause);
  const std::vector<MarkKey> known = keys_of(leader.draft);
  for (check::Spot& spot : follower.draft.evidence) {
    if (!std::binary_search(known.begin(), known.end(), key_of(spot))) leader.draft.evidence.push_back(std::move(spot));
  }
}

/// Leaders by the marks of their own evidence (not of what they took over, or merging would spread).
class Leaders {
 public:
  void add(std::size_t index, const check::Draft& draft) {
    if (draft.evidence.empty()) return;
    by_first_.emplace(key_of(draft.evidence.front()), index);
    for (const MarkKey& key : keys_of(draft)) by_mark_[key].push_back(index);
  }

  /// The leader that this draft is another view of; `none` when there is none.
  [[nodiscard]] std::size_t find(const check::Draft& draft, std::size_t none) const {
    if (draft.evidence.empty()) return none;
    const auto first = by_first_.find(key_of(draft.evidence.front()));
    if (first != by_first_.end()) return first->second;
    std::map<std::size_t, int> shared;
    for (const MarkKey& key : keys_of(draft)) {
      const auto at = by_mark_.find(key);
      if (at == by_mark_.end()) continue;
      for (const std::size_t leader : at->second) {
        if (++shared[leader] == 2) return leader;
      }
    }
    return none;
  }

 private:
  std::map<MarkKey, std::size_t> by_first_;
  std::map<MarkKey, std::vector<std::size_t>> by_mark_;
};

}  // namespace

std::vector<RuleDraft> merge(std::vector<RuleDraft> drafts) {
  std::vector<std::size_t> order(drafts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    if (drafts[a].draft.severity != drafts[b].draft.severity)
      return drafts[a].draft.severity > drafts[b].draft.severity;
    return rank_of(drafts[a].rule) < rank_of(drafts[b].rule);
  });
  Leaders leaders;
  std::vector<bool> leads(drafts.size(), false);
  for (const std::size_t index : order) {
    const std::size_t leader = leaders.find(drafts[index].draft, drafts.size());
    if (leader < drafts.size()) {
      absorb(drafts[leader], std::move(drafts[index]));
    } else {
      leads[index] = true;
      leaders.add(index, drafts[index].draft);
    }
  }
  std::vector<RuleDraft> merged;
  for (std::size_t index = 0; index < drafts.size(); ++index) {
    if (leads[index]) merged.push_back(std::move(drafts[index]));
  }
  return merged;
}

}  // namespace gouji::engine
