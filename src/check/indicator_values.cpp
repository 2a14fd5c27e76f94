// SPDX-License-Identifier: Apache-2.0
#include "check/indicator_values.hpp"

#include <string_view>

namespace gouji::check {
namespace {

using facts::Fact;
using facts::FactKind;
using facts::Qualifier;

/// «较上年提高3%» is no level.
bool is_relative(const DocumentView& view, std::uint32_t passage) {
  const lexicon::ClassId id = view.lexicon.class_id("relative_value");
  return id != lexicon::kNoClass && view.lexicon.contains(id, view.text.passages[passage].text);
}

/// A sentence around the figure may say anything.
bool is_long(const DocumentView& view, std::uint32_t passage, const Fact& figure) {
  constexpr std::size_t kMostBytes = 45;
  return view.text.passages[passage].text.size() - (figure.span.end - figure.span.begin) > kMostBytes;
}

/// «每平方米不超过280元»: the 不 stands outside the figure.
bool loses_not(const DocumentView& view, const Fact& figure) {
  const std::string_view text = view.text.passages[figure.passage].text;
  return text.substr(0, figure.span.begin).ends_with("不");
}

/// «20日内公开», «15个工作日内»
bool is_deadline(const DocumentView& view, const Fact& figure) {
  std::string_view behind = std::string_view(view.text.passages[figure.passage].text).substr(figure.span.end);
  for (const std::string_view word : {"个", "工作", "自然", "日", "天", "小时", "分钟", "月"}) {
    if (behind.starts_with(word)) behind.remove_prefix(word.size());
  }
  return behind.starts_with("内") || behind.starts_with("之内") || behind.starts_with("前");
}

Bound bound_of(Qualifier qualifier) {
  switch (qualifier) {
    case Qualifier::at_least: return Bound::at_least;
    case Qualifier::at_most: return Bound::at_most;
    case Qualifier::more_than: return Bound::above;
    case Qualifier::less_than: return Bound::below;
    default: return Bound::exact;
  }
}

}  // namespace

std::uint32_t only_figure(const DocumentView& view, std::uint32_t passage) {
  if (passage == docx::kNone) return docx::kNone;
  std::uint32_t found = docx::kNone;
  const facts::Range range = view.facts.facts_of[passage];
  for (std::uint32_t index = range.begin; index < range.end; ++index) {
    const Fact& fact = view.facts.facts[index];
    if (fact.kind == FactKind::date && fact.date.is_year_only()) continue;
    if (!fact.is_figure() || fact.is_range_part || found != docx::kNone) return docx::kNone;
    found = index;
  }
  return found;
}

std::optional<IndicatorValues> values_of(const DocumentView& view, const table::IndicatorRow& row) {
  IndicatorValues out;
  out.target_fact = only_figure(view, row.target);
  out.actual_fact = only_figure(view, row.actual);
  if (out.target_fact == docx::kNone || out.actual_fact == docx::kNone) return std::nullopt;
  const Fact& target = view.facts.facts[out.target_fact];
  const Fact& actual = view.facts.facts[out.actual_fact];
  if (actual.qualifier == Qualifier::about || target.qualifier == Qualifier::about ||
      target.qualifier == Qualifier::slightly_below || target.qualifier == Qualifier::slightly_above)
    return std::nullopt;
  out.bound = is_deadline(view, target) ? Bound::at_most : bound_of(target.qualifier);
  if (out.bound == Bound::exact && (target.kind == FactKind::duration || is_deadline(view, actual)))
    return std::nullopt;  // longer or shorter: which is better is not said
  if (is_relative(view, row.target) != is_relative(view, row.actual) || is_long(view, row.actual, actual) ||
      is_long(view, row.target, target) || loses_not(view, target))
    return std::nullopt;
  const bool is_bare = target.kind == FactKind::number || actual.kind == FactKind::number;
  if (is_bare) {
    // 100 under a column for 人, 96.1 beside 100%: only alike when no measure is in the way
    if (target.kind == FactKind::money || actual.kind == FactKind::money) return std::nullopt;
    if (target.value != target.printed.value() || actual.value != actual.printed.value()) return std::nullopt;
    const Fact& bare = target.kind == FactKind::number ? target : actual;
    const bool is_fraction = bare.value <= Rational(1) && target.kind != actual.kind;  // 1 beside 100%
    if (is_fraction) return std::nullopt;
    out.target = target.printed.value();
    out.actual = actual.printed.value();
    return out;
  }
  if (target.kind != actual.kind) return std::nullopt;
  if (target.unit != nullptr && actual.unit != nullptr && target.unit->base != actual.unit->base) return std::nullopt;
  if ((target.unit == nullptr) != (actual.unit == nullptr)) return std::nullopt;
  out.target = target.value;
  out.actual = actual.value;
  return out;
}

bool is_reverse(const DocumentView& view, const table::IndicatorRow& row) {
  const lexicon::ClassId id = view.lexicon.class_id("reverse_indicator");
  return id != lexicon::kNoClass && view.lexicon.contains(id, row.label);
}

std::optional<bool> misses(const DocumentView& view, const table::IndicatorRow& row, const IndicatorValues& values) {
  const Qualifier actual = view.facts.facts[values.actual_fact].qualifier;
  // «≥95%» beside «≥95%»: the cell says again what was wanted
  const bool is_floor =
      actual == Qualifier::at_least || actual == Qualifier::more_than || actual == Qualifier::slightly_above;
  const bool is_ceiling =
      actual == Qualifier::at_most || actual == Qualifier::less_than || actual == Qualifier::slightly_below;
  switch (values.bound) {
    case Bound::at_least:
    case Bound::above:
      if (is_floor && values.actual < values.target) return std::nullopt;
      return values.actual < values.target;
    case Bound::at_most:
    case Bound::below:
      if (is_ceiling && values.actual > values.target) return std::nullopt;
      return values.actual > values.target;
    case Bound::exact: break;
  }
  if (values.actual == values.target) return false;
  if (is_floor || is_ceiling || is_reverse(view, row)) return std::nullopt;
  return values.actual < values.target;
}

}  // namespace gouji::check
