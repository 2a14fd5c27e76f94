// A number as printed: digits and how many of them stand behind the point. 100.00 and 100 differ in step.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "base/rational.hpp"

namespace gouji {

struct Decimal {
  Int128 coefficient = 0;  // 10000 for 100.00
  int places = 0;          // 2 for 100.00

  [[nodiscard]] Rational value() const { return Rational::of(coefficient, 1) * Rational::power_of_ten(-places); }
  /// One unit of the last printed place.
  [[nodiscard]] Rational step() const { return Rational::power_of_ten(-places); }
  [[nodiscard]] std::string to_string() const { return value().to_string(places); }
};

}  // namespace gouji
