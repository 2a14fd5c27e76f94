// SPDX-License-Identifier: Apache-2.0
#include "check/score_marks.hpp"

#include <algorithm>

namespace gouji::check {

using table::ScoreMark;

Spot spot_of(const ScoreMark& mark, std::string_view role) {
  return {std::string(role), mark.passage, {0, mark.span.end}, mark.span};
}

std::string show(const ScoreMark& mark) { return mark.value.to_string(mark.places) + (mark.is_percent ? "%" : ""); }

void wants(const DocumentView& view, const ScoreMark& mark, const Rational& value, Draft& draft) {
  text::Span span = mark.span;
  const facts::Range range = view.facts.facts_of[mark.passage];
  for (std::uint32_t index = range.begin; index < range.end; ++index) {
    const facts::Fact& fact = view.facts.facts[index];
    if (fact.number_span.begin <= span.begin && span.begin < fact.number_span.end) span = fact.span;
  }
  draft.corrections.push_back({mark.passage, span, Interval::point(value)});
}

void PointSum::add(const ScoreMark& mark) {
  parts.push_back(&mark);
  sum += mark.value;
  places = std::max(places, mark.places);
}

Rational PointSum::bound(const ScoreMark& total) const {
  Rational bound = 0;
  for (const ScoreMark* part : parts) {
    // half points are given, not rounded: only two and more decimals come from a division
    if (part->places >= 2) bound += Rational::power_of_ten(-part->places) / 2;
  }
  if (!bound.is_zero() || places > total.places) bound += Rational::power_of_ten(-total.places) / 2;
  return bound;
}

Bilingual PointSum::working(const ScoreMark& total) const {
  std::string text;
  for (const ScoreMark* part : parts) text += (text.empty() ? "" : " + ") + show(*part);
  const int shown = std::max(places, total.places);
  text += " = " + sum.to_string(shown);
  const Rational gap = abs(sum - total.value);
  if (gap.is_zero()) return {text, text};
  text += " ≠ " + show(total);
  return {text + "，相差 " + gap.to_string(shown), text + ", difference " + gap.to_string(shown)};
}

void fill_sum(const DocumentView& view, const PointSum& sum, const ScoreMark& total, Draft& draft) {
  draft.expected = sum.sum.to_string(std::max(sum.places, total.places));
  draft.actual = show(total);
  draft.working = sum.working(total);
  draft.evidence.push_back(spot_of(total, "total"));
  wants(view, total, sum.sum, draft);
  for (const ScoreMark* part : sum.parts) {
    draft.evidence.push_back(spot_of(*part, "part"));
    wants(view, *part, part->value + total.value - sum.sum, draft);
  }
}

}  // namespace gouji::check
