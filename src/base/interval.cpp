// SPDX-License-Identifier: Apache-2.0
#include "base/interval.hpp"

namespace gouji {

Interval Interval::operator*(const Interval& other) const {
  const Rational a = low * other.low;
  const Rational b = low * other.high;
  const Rational c = high * other.low;
  const Rational d = high * other.high;
  if (!a.is_defined() || !b.is_defined() || !c.is_defined() || !d.is_defined()) return undefined();
  return {min(min(a, b), min(c, d)), max(max(a, b), max(c, d))};
}

Interval Interval::operator/(const Interval& other) const {
  if (!is_defined() || !other.is_defined() || other.contains(0)) return undefined();
  return *this * Interval{Rational(1) / other.high, Rational(1) / other.low};
}

Interval abs(const Interval& value) {
  if (!value.is_defined()) return value;
  if (value.low >= Rational(0)) return value;
  if (value.high <= Rational(0)) return -value;
  return {Rational(0), max(-value.low, value.high)};
}

}  // namespace gouji
