// Likely causes of a numeric contradiction (DOMAIN 3.0). A cause is named only when it explains the gap exactly.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "base/rational.hpp"
#include "facts/fact.hpp"
#include "gouji/result.hpp"

namespace gouji::check {

/// Ratio 10, 10², 10³, 10⁴ or 10⁸: «单位».
[[nodiscard]] Bilingual diagnose_power_of_ten(const Rational& expected, const facts::Fact& stated);
/// Same digits in another order, difference divisible by 9: «数字颠倒».
[[nodiscard]] Bilingual diagnose_digits_swapped(const Rational& expected, const facts::Fact& stated);
/// One is the other with a digit lost: «漏位».
[[nodiscard]] Bilingual diagnose_digit_lost(const Rational& expected, const facts::Fact& stated);

/// The first of the three that fits; empty when none does. Values in the base unit; `stated` is normally
/// stated_fact.value.
[[nodiscard]] Bilingual diagnose_value(const Rational& expected, const Rational& stated,
                                       const facts::Fact& stated_fact);

/// The total misses one part, has one twice, or took one with the wrong sign. Only when parts of one value fit.
/// `like` lets the cause name the part in its printed unit.
[[nodiscard]] Bilingual diagnose_sum(const std::vector<Rational>& parts, const Rational& total,
                                     const facts::Fact* like = nullptr);

/// 1775.14 and 7775.14: of four digits or more only one differs.
[[nodiscard]] bool is_one_digit_off(const Rational& expected, const facts::Fact& stated);

/// Sum and total differ by more than a third: without a cause the reading is wrong, not the figure.
[[nodiscard]] bool is_implausible_gap(const Rational& sum, const Rational& total);

}  // namespace gouji::check
