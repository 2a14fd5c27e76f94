// SPDX-License-Identifier: Apache-2.0
#include "check/same_quantity.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "check/diagnose.hpp"
#include "check/slip.hpp"
#include "check/table_sums.hpp"
#include "check/working.hpp"

namespace gouji::check {
namespace {

using facts::Fact;
using facts::FactKind;
using facts::Period;
using quantity::Quantity;
using quantity::Role;

bool is_budget(Role role) { return role == Role::initial || role == Role::adjusted || role == Role::budget; }
bool is_level(Role role) {
  return role == Role::unknown || is_budget(role) || role == Role::final || role == Role::arrived;
}

Fit scope_fit(const std::string& a, const std::string& b) {
  if (a == b) return Fit::full;
  if (a.empty() || b.empty()) return Fit::maybe;
  const auto is_general = [](const std::string& scope) { return scope == "财政拨款" || scope == "一般公共预算"; };
  return is_general(a) && is_general(b) ? Fit::maybe : Fit::no;
}

bool same_period(Period a, Period b) {
  const auto plain = [](Period period) { return period == Period::current ? Period::unknown : period; };
  return plain(a) == plain(b);
}

/// 1200万元 may be 1,203.46 in round figures.
bool is_round(const Fact& fact) {
  return fact.printed.places == 0 && fact.printed.coefficient != 0 && fact.printed.coefficient % 100 == 0;
}

std::string place_of(const DocumentView& view, const Quantity& quantity, bool chinese) {
  if (!quantity.in_table()) return chinese ? "文中" : "text";
  const std::string& caption = view.tables.tables[quantity.view].caption;
  if (caption.empty() || caption.size() > 90) return chinese ? "表中" : "table";
  return chinese ? "表（" + caption + "）中" : "table " + caption;
}

}  // namespace

Fit role_fit(Role a, Role b) {
  if (a == b) return Fit::full;
  if (a == Role::unknown || b == Role::unknown) return is_level(a) && is_level(b) ? Fit::maybe : Fit::no;
  if (is_budget(a) && is_budget(b)) return a == Role::budget || b == Role::budget ? Fit::maybe : Fit::no;
  if ((a == Role::rate && b == Role::final) || (a == Role::final && b == Role::rate)) return Fit::full;
  if ((a == Role::rate && b == Role::completion) || (a == Role::completion && b == Role::rate)) return Fit::maybe;
  return Fit::no;
}

Fit fit_of(const DocumentView& view, const Quantity& a, const Quantity& b) {
  const Fact& one = view.facts.facts[a.fact];
  const Fact& other = view.facts.facts[b.fact];
  if (one.kind != other.kind) return Fit::no;
  if (one.kind != FactKind::percent && !statement::same_measure(one, other)) return Fit::no;
  if (a.context != b.context || !same_period(a.period, b.period)) return Fit::no;
  if (a.year != 0 && b.year != 0 && a.year != b.year) return Fit::no;
  const Fit role = role_fit(a.role, b.role);
  const Fit scope = scope_fit(a.scope, b.scope);
  if (role == Fit::no || scope == Fit::no) return Fit::no;
  return role == Fit::full && scope == Fit::full ? Fit::full : Fit::maybe;
}

Agreement agreement_of(const Fact& a, const Fact& b) {
  if (a.qualifier != facts::Qualifier::exact || b.qualifier != facts::Qualifier::exact) {
    const Interval one = a.interval();
    const Interval other = b.interval();
    if (!one.is_defined() || !other.is_defined()) return Agreement::unknown;
    return one.meets(other) ? Agreement::same : Agreement::unknown;
  }
  const Rational gap = abs(a.value - b.value);
  if (!gap.is_defined()) return Agreement::unknown;
  if (gap.is_zero()) return Agreement::same;
  const bool counts = a.kind == FactKind::count && a.step == Rational(1) && b.step == Rational(1);
  if (!counts) {
    if (!(a.step == b.step) && gap < max(a.step, b.step)) return Agreement::same;
    if (gap <= max(a.step, b.step)) return Agreement::rounding;
    const Fact& coarse = b.step < a.step ? a : b;
    if (is_round(coarse) && gap < coarse.step * 50) return Agreement::unknown;
  }
  return Agreement::differ;
}

int power_apart(const Fact& a, const Fact& b) {
  if (a.value.is_zero() || b.value.is_zero()) return 0;
  for (const int power : {1, 3, 4, 8}) {
    const Rational scale = Rational::power_of_ten(power);
    if (a.value == b.value * scale || b.value == a.value * scale) return power;
  }
  return 0;
}

bool is_slip(const Fact& a, const Fact& b, std::size_t least_digits) {
  const Rational step = a.step < b.step ? a.step : b.step;
  if (step.is_zero()) return false;
  std::string one = (abs(a.value) / step).to_string();
  std::string other = (abs(b.value) / step).to_string();
  while (one.size() > 1 && other.size() > 1 && one.back() == '0' && other.back() == '0') {
    one.pop_back();
    other.pop_back();
  }
  constexpr std::size_t kShort = 3;
  if (power_apart(a, b) == 1) return std::min(one.size(), other.size()) >= kShort;
  if (one.size() != other.size() || one.size() < least_digits) return false;
  return slip_of_digits(one, other) == SlipKind::swapped;
}

bool is_comparable(const DocumentView& view, const Quantity& quantity) {
  const Fact& fact = view.facts.facts[quantity.fact];
  if (!fact.is_plain() || fact.unit == nullptr || quantity.subject.empty()) return false;
  if (quantity.role == Role::delta || quantity.role == Role::growth || quantity.role == Role::share) return false;
  if (!quantity.in_table()) return true;
  const table::TableView& table = view.tables.tables[quantity.view];
  return fact.column < table.columns.size() && !TableSums(view, table).has_foreign_unit(quantity.fact, fact.column);
}

Role role_by_genre(const DocumentView& view) {
  const std::string& genre = view.context.genre;
  if (genre == "budget" || genre == "target-form") return Role::budget;
  // a government's report tells of the year that ended and of the year to come
  return genre == "unknown" || genre == "government-budget" ? Role::unknown : Role::final;
}

std::string shown_name(const DocumentView& view, const Quantity& quantity) {
  const Fact& fact = view.facts.facts[quantity.fact];
  std::string name = quantity.subject_origin == quantity::Origin::stated && !fact.label_text.empty() &&
                             fact.label_text.size() <= 60 && !quantity.is_total_row
                         ? fact.label_text
                         : quantity.subject;
  if (!quantity.column.empty()) name += "·" + quantity.column;
  return name;
}

void describe_pair(const DocumentView& view, const Quantity& first, const Quantity& second, Draft& draft) {
  const Fact& one = view.facts.facts[first.fact];
  const Fact& other = view.facts.facts[second.fact];
  const std::string name = shown_name(view, first);
  const std::string gap = show(abs(one.value - other.value), one) + (one.unit != nullptr ? one.unit->word : "");
  draft.message = {fmt::format("“{}”两处不一致：{}为 {}，{}为 {}", name, place_of(view, first, true), one.shown(),
                               place_of(view, second, true), other.shown()),
                   fmt::format("“{}” has two values: {} in the {}, {} in the {}", name, one.shown(),
                               place_of(view, first, false), other.shown(), place_of(view, second, false))};
  draft.working = {fmt::format("{} ≠ {}，相差 {}", one.shown(), other.shown(), gap),
                   fmt::format("{} ≠ {}, difference {}", one.shown(), other.shown(), gap)};
  draft.expected = show(other.value, one);
  draft.actual = show(one.value, one);
  draft.cause = diagnose_value(other.value, one.value, one);
  draft.evidence.push_back(spot_of(view, first.fact, "figure"));
  draft.evidence.push_back(spot_of(view, second.fact, "other"));
  wants(view, first.fact, other.interval(), draft);
  wants(view, second.fact, one.interval(), draft);
}

}  // namespace gouji::check
