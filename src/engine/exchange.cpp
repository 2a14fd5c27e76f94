// SPDX-License-Identifier: Apache-2.0
#include "engine/exchange.hpp"

#include <algorithm>

namespace gouji::engine {
namespace {

const facts::Fact* fact_at(const facts::FactTable& facts, const MarkKey& mark) {
  if (mark.passage >= facts.facts_of.size()) return nullptr;
  const facts::Range range = facts.facts_of[mark.passage];
  for (std::uint32_t index = range.begin; index < range.end; ++index) {
    const facts::Fact& fact = facts.facts[index];
    if (fact.span.begin == mark.begin && fact.span.end == mark.end) return &fact;
  }
  return nullptr;
}

struct Wish {
  std::size_t draft = 0;
  MarkKey mark;
  Interval wanted;
  Rational stated;
};

std::vector<Wish> wishes_of(const std::vector<const check::Draft*>& drafts, const facts::FactTable& facts) {
  std::vector<Wish> wishes;
  for (std::size_t index = 0; index < drafts.size(); ++index) {
    for (const check::Correction& one : drafts[index]->corrections) {
      const MarkKey mark{one.passage, one.mark.begin, one.mark.end};
      const facts::Fact* fact = fact_at(facts, mark);
      if (fact != nullptr) wishes.push_back({index, mark, one.value, fact->value});
    }
  }
  return wishes;
}

bool rests_on(const check::Draft& draft, const MarkKey& mark) {
  return std::any_of(draft.evidence.begin(), draft.evidence.end(),
                     [&](const check::Spot& spot) { return key_of(spot) == mark; });
}

/// A figure of the text that is one of the exchanged ones, held against another cell of their rows.
bool is_led_astray(const check::Draft& draft, const facts::Fact& a, const facts::Fact& b,
                   const facts::FactTable& facts) {
  bool has_value = false;
  bool has_row = false;
  for (const check::Spot& spot : draft.evidence) {
    const facts::Fact* fact = fact_at(facts, key_of(spot));
    if (fact == nullptr) continue;
    has_value = has_value || (fact->kind == a.kind && (fact->value == a.value || fact->value == b.value));
    has_row =
        has_row || (fact->table != docx::kNone && fact->table == a.table && (fact->row == a.row || fact->row == b.row));
  }
  return has_value && has_row;
}

}  // namespace

std::vector<Exchange> find_exchanges(const std::vector<const check::Draft*>& drafts, const facts::FactTable& facts) {
  constexpr std::size_t kMostWishes = 2'000;  // a document that is wrong everywhere is not explained by exchanges
  const std::vector<Wish> wishes = wishes_of(drafts, facts);
  std::vector<Exchange> exchanges;
  if (wishes.size() > kMostWishes) return exchanges;
  std::vector<bool> is_taken(drafts.size(), false);
  for (const Wish& a : wishes) {
    for (const Wish& b : wishes) {
      if (a.draft >= b.draft || a.mark == b.mark || is_taken[a.draft] || is_taken[b.draft]) continue;
      if (a.stated == b.stated || !a.wanted.contains(b.stated) || !b.wanted.contains(a.stated)) continue;
      // a comparison of the two figures with each other wants this of any pair that differs
      if (rests_on(*drafts[a.draft], b.mark) || rests_on(*drafts[b.draft], a.mark)) continue;
      Exchange exchange{a.mark, b.mark, {a.draft, b.draft}};
      is_taken[a.draft] = is_taken[b.draft] = true;
      for (std::size_t other = 0; other < drafts.size(); ++other) {
        const auto wants = [&](const Wish& wish) {
          return wish.draft == other && ((wish.mark == a.mark && wish.wanted.contains(b.stated)) ||
                                         (wish.mark == b.mark && wish.wanted.contains(a.stated)));
        };
        if (is_taken[other]) continue;
        // what rests on a figure that stands in the wrong place is no fault of its own
        const bool rests = rests_on(*drafts[other], a.mark) || rests_on(*drafts[other], b.mark);
        const facts::Fact* fact_a = fact_at(facts, a.mark);
        const facts::Fact* fact_b = fact_at(facts, b.mark);
        const bool is_astray =
            fact_a != nullptr && fact_b != nullptr && is_led_astray(*drafts[other], *fact_a, *fact_b, facts);
        if (!rests && !is_astray && std::none_of(wishes.begin(), wishes.end(), wants)) continue;
        is_taken[other] = true;
        exchange.drafts.push_back(other);
      }
      exchanges.push_back(std::move(exchange));
    }
  }
  return exchanges;
}

}  // namespace gouji::engine
