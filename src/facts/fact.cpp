// SPDX-License-Identifier: Apache-2.0
#include "facts/fact.hpp"

namespace gouji::facts {
namespace {

/// 500余 stays below the next round number of its own magnitude: 500余 < 600, 2310余 < 2320.
Rational next_round(const Rational& value, const Rational& step) {
  Rational unit = step;
  while ((value / (unit * 10)).is_integer() && !value.is_zero()) unit = unit * 10;
  return value + unit;
}

Rational previous_round(const Rational& value, const Rational& step) {
  return value - (next_round(value, step) - value);
}

}  // namespace

const char* to_string(FactKind kind) {
  switch (kind) {
    case FactKind::money: return "money";
    case FactKind::percent: return "percent";
    case FactKind::points: return "points";
    case FactKind::multiple: return "multiple";
    case FactKind::count: return "count";
    case FactKind::number: return "number";
    case FactKind::date: return "date";
    case FactKind::docnumber: return "docnumber";
    case FactKind::duration: return "duration";
    case FactKind::price: return "price";
    case FactKind::ordinal: return "ordinal";
    case FactKind::code: return "code";
    case FactKind::blank: return "blank";
  }
  return "number";
}

bool Fact::is_figure() const {
  switch (kind) {
    case FactKind::money:
    case FactKind::percent:
    case FactKind::points:
    case FactKind::multiple:
    case FactKind::count:
    case FactKind::number:
    case FactKind::duration:
    case FactKind::price: return true;
    default: return false;
  }
}

int Fact::significant_digits() const {
  Int128 digits = printed.coefficient < 0 ? -printed.coefficient : printed.coefficient;
  while (digits != 0 && digits % 10 == 0) digits /= 10;
  int count = 0;
  for (; digits != 0; digits /= 10) ++count;
  return count;
}

Interval Fact::interval() const {
  const Rational half = kind == FactKind::count && printed.places == 0 && scale_is_one() ? Rational(0) : step / 2;
  switch (qualifier) {
    case Qualifier::exact: return Interval::around(value, half);
    case Qualifier::about: return Interval::around(value, max(abs(value) * Rational::of(5, 100), step));
    case Qualifier::slightly_below: return {previous_round(value, step), value + half};
    case Qualifier::slightly_above: return {value - half, next_round(value, step)};
    case Qualifier::more_than: return {value - half, next_round(value, step)};
    case Qualifier::less_than: return {previous_round(value, step), value + half};
    case Qualifier::at_least:
    case Qualifier::at_most: return Interval::undefined();
  }
  return Interval::undefined();
}

std::string Fact::shown() const { return printed.to_string() + (unit != nullptr ? unit->word : std::string()); }

}  // namespace gouji::facts
