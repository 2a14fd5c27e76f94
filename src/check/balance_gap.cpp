// SPDX-License-Identifier: Apache-2.0
#include "check/balance_gap.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "check/clause.hpp"
#include "check/date_facts.hpp"
#include "check/identity_region.hpp"
#include "check/working.hpp"

namespace gouji::check {
namespace {

using facts::Fact;

constexpr std::size_t kTellingDigits = 4;  // shorter figures recur by chance

bool is_telling(const Fact& fact) {
  std::string digits = show(fact.value, fact);
  digits.erase(std::remove_if(digits.begin(), digits.end(), [](char c) { return c < '0' || c > '9'; }), digits.end());
  return digits.size() >= kTellingDigits;
}

class BalanceGap final : public Check {
 public:
  explicit BalanceGap(Params& params) : gap_(params.texts("gap")), paid_(params.texts("paid")) {}

  void run(const DocumentView& view, Sink& sink) const override {
    std::vector<std::uint32_t> gaps;
    for (std::uint32_t index = 0; index < view.facts.facts.size(); ++index) {
      const Fact& fact = view.facts.facts[index];
      const bool is_gap = fact.kind == facts::FactKind::money && fact.table == docx::kNone && is_telling(fact) &&
                          has_any(clause_before(view, index), gap_);
      if (!is_gap) continue;
      const auto same = std::find_if(gaps.begin(), gaps.end(), [&](std::uint32_t other) {
        return view.facts.facts[other].value == fact.value && view.facts.facts[other].passage != fact.passage;
      });
      if (same != gaps.end()) judge(view, sink, *same, index);
      gaps.push_back(index);
    }
  }

 private:
  void judge(const DocumentView& view, Sink& sink, std::uint32_t first, std::uint32_t second) const {
    const Fact& gap = view.facts.facts[second];
    const std::uint32_t paid = payment_behind(view, second);
    if (paid == docx::kNone) return sink.not_comparable("no-payment");
    const Rational rest = gap.value - view.facts.facts[paid].value;
    const Rational start = gap.value + view.facts.facts[paid].value;
    const bool is_explained = std::any_of(view.facts.facts.begin(), view.facts.facts.end(), [&](const Fact& fact) {
      return fact.kind == facts::FactKind::money && (fact.value == rest || fact.value == start);
    });
    if (is_explained) return sink.holds();
    Draft draft = sink.draft();
    draft.expected = show(rest, gap);
    draft.actual = show(gap.value, gap);
    draft.working = sum_working({{gap.value, false}, {view.facts.facts[paid].value, true}}, gap.value, gap);
    draft.evidence = {spot_of(view, second, "gap"), spot_of(view, paid, "paid"), spot_of(view, first, "gap-before")};
    wants(view, second, Interval::point(rest), draft);
    wants(view, first, Interval::point(start), draft);
    wants(view, paid, Interval::point(0), draft);
    sink.report(std::move(draft));
  }

  /// The first payment in the sentence of the gap, smaller than it.
  [[nodiscard]] std::uint32_t payment_behind(const DocumentView& view, std::uint32_t gap) const {
    const Fact& fact = view.facts.facts[gap];
    const text::Span sentence = sentence_of(view.text.passages[fact.passage], fact.span.begin);
    const facts::Range range = view.facts.facts_of[fact.passage];
    for (std::uint32_t index = gap + 1; index < range.end; ++index) {
      const Fact& each = view.facts.facts[index];
      if (each.span.end > sentence.end) break;
      if (each.kind == facts::FactKind::money && each.value < fact.value && has_any(clause_before(view, index), paid_))
        return index;
    }
    return docx::kNone;
  }

  std::vector<std::string> gap_;
  std::vector<std::string> paid_;
};

}  // namespace

std::unique_ptr<Check> make_balance_gap(Params& params) { return std::make_unique<BalanceGap>(params); }

}  // namespace gouji::check
