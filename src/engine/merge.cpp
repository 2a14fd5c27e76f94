// SPDX-License-Identifier: Apache-2.0
#include "engine/merge.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <string_view>
#include <utility>

#include "engine/exchange.hpp"
#include "engine/root_cause.hpp"

namespace gouji::engine {
namespace {

// Which rule tells the reader most when several see one fault: a wrong unit explains a wrong sum, a wrong sum a wrong
// share. What is not listed comes last.
constexpr std::array<std::string_view, 31> kTelling{"unit/cell-unit-vs-header",
                                                    "unit/column-mixed-units",
                                                    "unit/magnitude",
                                                    "unit/missing-unit",
                                                    "words/capital",
                                                    "balance/totals-equal",
                                                    "balance/composition",
                                                    "score/unmet-full",
                                                    "score/weights",
                                                    "score/total",
                                                    "score/",
                                                    "total/table-hierarchy",
                                                    "total/headcount",
                                                    "total/nested",
                                                    "total/two-partitions",
                                                    "total/list-then-sum",
                                                    "total/text-enumeration",
                                                    "balance/",
                                                    "total/table-column",
                                                    "total/table-row",
                                                    "total/part-exceeds-whole",
                                                    "change/zero-base",
                                                    "change/direction",
                                                    "change/component-deltas",
                                                    "change/delta",
                                                    "change/adjust",
                                                    "change/rate",
                                                    "ratio/",
                                                    "total/",
                                                    "count/",
                                                    "xref/"};

std::size_t rank_of(std::string_view rule) {
  const auto at =
      std::find_if(kTelling.begin(), kTelling.end(), [&](std::string_view name) { return rule.starts_with(name); });
  return static_cast<std::size_t>(at - kTelling.begin());
}

void append_line(std::string& text, const std::string& more) {
  if (more.empty() || text.find(more) != std::string::npos) return;
  if (!text.empty()) text += '\n';
  text += more;
}

/// The figure that both findings blame goes first: that is where the reader should look.
void lead_with(const Suspect& suspect, check::Draft& draft) {
  const auto at = std::find_if(draft.evidence.begin(), draft.evidence.end(),
                               [&](const check::Spot& spot) { return key_of(spot) == suspect.mark; });
  if (at != draft.evidence.end()) std::rotate(draft.evidence.begin(), at, at + 1);
}

void absorb(RuleDraft& leader, RuleDraft follower) {
  append_line(leader.draft.working.zh, follower.draft.working.zh);
  append_line(leader.draft.working.en, follower.draft.working.en);
  if (leader.draft.cause.empty()) leader.draft.cause = std::move(follower.draft.cause);
  for (check::Spot& spot : follower.draft.evidence) {
    const bool is_known = std::any_of(leader.draft.evidence.begin(), leader.draft.evidence.end(),
                                      [&](const check::Spot& known) { return key_of(known) == key_of(spot); });
    if (!is_known) leader.draft.evidence.push_back(std::move(spot));
  }
}

/// Drafts by every mark that they rest on or want changed, so that likely relatives are found without comparing all.
class Leaders {
 public:
  /// `draft` must outlive this: it is compared as it was, not with what it took over, or merging would spread.
  void add(std::size_t index, const check::Draft& draft) {
    for (const MarkKey& mark : marks_of(draft)) by_mark_[mark].push_back({index, &draft});
  }

  /// The leader that tells of the same fault; `none` when there is none.
  [[nodiscard]] std::size_t find(const check::Draft& draft, std::size_t none) const {
    for (const MarkKey& mark : marks_of(draft)) {
      const auto at = by_mark_.find(mark);
      if (at == by_mark_.end()) continue;
      for (const auto& [index, leader] : at->second) {
        if (is_same_cause(*leader, draft)) return index;
      }
    }
    return none;
  }

 private:
  static std::vector<MarkKey> marks_of(const check::Draft& draft) {
    std::vector<MarkKey> marks;
    for (const check::Spot& spot : draft.evidence) marks.push_back(key_of(spot));
    for (const check::Correction& one : draft.corrections) marks.push_back({one.passage, one.mark.begin, one.mark.end});
    return marks;
  }

  std::map<MarkKey, std::vector<std::pair<std::size_t, const check::Draft*>>> by_mark_;
};

constexpr std::size_t kNoExchange = static_cast<std::size_t>(-1);
const Bilingual kExchanged{"两项错位：两处数字可能对调", "two values may have changed places"};

std::vector<std::size_t> exchanges_by_draft(const std::vector<RuleDraft>& drafts, const facts::FactTable* facts) {
  std::vector<std::size_t> exchange_of(drafts.size(), kNoExchange);
  if (facts == nullptr) return exchange_of;
  std::vector<const check::Draft*> plain;
  for (const RuleDraft& one : drafts) plain.push_back(&one.draft);
  const std::vector<Exchange> exchanges = find_exchanges(plain, *facts);
  for (std::size_t index = 0; index < exchanges.size(); ++index) {
    for (const std::size_t draft : exchanges[index].drafts) exchange_of[draft] = index;
  }
  return exchange_of;
}

}  // namespace

std::vector<RuleDraft> merge(std::vector<RuleDraft> drafts, const facts::FactTable* facts) {
  std::vector<std::size_t> order(drafts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    if (drafts[a].draft.severity != drafts[b].draft.severity)
      return drafts[a].draft.severity > drafts[b].draft.severity;
    return rank_of(drafts[a].rule) < rank_of(drafts[b].rule);
  });
  const std::vector<RuleDraft> originals = drafts;
  const std::vector<std::size_t> exchange_of = exchanges_by_draft(originals, facts);
  std::map<std::size_t, std::size_t> leader_of_exchange;
  Leaders leaders;
  std::vector<bool> leads(drafts.size(), false);
  for (const std::size_t index : order) {
    const std::size_t exchange = exchange_of[index];
    if (exchange != kNoExchange) {
      const auto [at, is_first] = leader_of_exchange.emplace(exchange, index);
      if (!is_first) {
        absorb(drafts[at->second], std::move(drafts[index]));
        drafts[at->second].draft.cause = kExchanged;
        continue;
      }
      leads[index] = true;
      leaders.add(index, originals[index].draft);
      continue;
    }
    const std::size_t leader = leaders.find(originals[index].draft, drafts.size());
    if (leader < drafts.size()) {
      const auto suspect = shared_suspect(originals[leader].draft, originals[index].draft);
      absorb(drafts[leader], std::move(drafts[index]));
      if (suspect) lead_with(*suspect, drafts[leader].draft);
    } else {
      leads[index] = true;
      leaders.add(index, originals[index].draft);
    }
  }
  std::vector<RuleDraft> merged;
  for (std::size_t index = 0; index < drafts.size(); ++index) {
    if (leads[index]) merged.push_back(std::move(drafts[index]));
  }
  return merged;
}

}  // namespace gouji::engine
