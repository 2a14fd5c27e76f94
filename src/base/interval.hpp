// Closed intervals of exact fractions. A printed figure is [value − ½step, value + ½step] (XBRL Calculations 1.1).
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/rational.hpp"

namespace gouji {

struct Interval {
  Rational low;
  Rational high;

  static Interval point(const Rational& value) { return {value, value}; }
  static Interval around(const Rational& value, const Rational& half_width) {
    return {value - half_width, value + half_width};
  }
  static Interval undefined() { return {Rational::undefined(), Rational::undefined()}; }

  [[nodiscard]] bool is_defined() const { return low.is_defined() && high.is_defined(); }
  [[nodiscard]] bool contains(const Rational& value) const { return low <= value && value <= high; }
  [[nodiscard]] bool meets(const Interval& other) const { return low <= other.high && other.low <= high; }
  [[nodiscard]] Rational middle() const { return (low + high) / 2; }
  [[nodiscard]] Rational width() const { return high - low; }

  Interval operator-() const { return {-high, -low}; }
  Interval operator+(const Interval& other) const { return {low + other.low, high + other.high}; }
  Interval operator-(const Interval& other) const { return {low - other.high, high - other.low}; }
  Interval operator*(const Interval& other) const;
  /// Undefined when other contains 0.
  Interval operator/(const Interval& other) const;
};

[[nodiscard]] Interval abs(const Interval& value);

}  // namespace gouji
