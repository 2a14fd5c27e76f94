// The sum a reader can follow: «38 + 77 + 4 = 119 ≠ 107，相差 12», in the unit of the figure it is compared with.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/interval.hpp"
#include "base/rational.hpp"
#include "facts/fact.hpp"
#include "gouji/result.hpp"

namespace gouji::check {

/// One summand, in the base unit (元, %, 个…).
struct Term {
  Rational value;
  bool negative = false;  // it is subtracted
};

/// What one printed unit of this figure is in its base unit: 10000 for 万元.
[[nodiscard]] Rational scale_of(const facts::Fact& like);

/// In the unit of `like`, no unit word, with at least its decimals: as many more (up to 6) as the value needs to be
/// exact; a fraction that never ends is cut at 2 decimals or those of `like`.
[[nodiscard]] std::string show(const Rational& value_in_base, const facts::Fact& like);

/// «a ÷ b × 100 = 12.5%» reads better without «× 100»: cut off when the result is a percentage.
void trim_percent_factor(std::string& text, std::string_view result);

/// A note on rounding in the document doubles the tolerance: the same middle, twice the width.
[[nodiscard]] inline Interval doubled(const Interval& range) { return Interval::around(range.middle(), range.width()); }

/// «a ÷ b = 12.34% ≠ 12.50%»: the rate that the figures give, with at least 2 decimals, and the one that is stated.
struct RateWorking {
  Bilingual working;
  std::string expected;
  std::string actual;
};
[[nodiscard]] RateWorking rate_working(const facts::Fact& part, const facts::Fact& whole, const facts::Fact& stated);

/// «a + b − c = s ≠ stated，相差 d»; without «≠…» when they are equal.
[[nodiscard]] Bilingual sum_working(const std::vector<Term>& terms, const Rational& stated, const facts::Fact& like);

}  // namespace gouji::check
