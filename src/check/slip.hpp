// Slips of the pen: what one of them makes of a figure. Narrower than a likely cause: it is asked of figures that a
// relation does not fit, to tell a slip from a relation that was never meant. Pure functions, any thread.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "base/interval.hpp"
#include "base/rational.hpp"
#include "facts/fact.hpp"
#include "gouji/result.hpp"

namespace gouji::check {

/// A digit changed; two neighbours swapped; a digit lost or one too many; a power of ten.
enum class SlipKind { digit, swapped, length, unit };

/// Digits of a value counted in steps, rounded to whole ones: 132.00 by 0.01 is "13200". Empty for a negative value.
[[nodiscard]] std::string digits_in_steps(const Rational& value, const Rational& step);

/// What one slip made of these digits (never `unit`). Nothing when they are equal or it takes more than one.
[[nodiscard]] std::optional<SlipKind> slip_of_digits(const std::string& want, const std::string& have);

/// What one slip made of `want` (in the base unit) to give the printed figure. A value finer than the figure's last
/// digit, and figures of one digit, are nobody's slip; ten thousand times is one of money only.
[[nodiscard]] std::optional<SlipKind> slip_between(const Rational& want, const facts::Fact& printed);

/// The power of ten (1, 2, 3, 4 or 8, or minus that) that makes the printed figure the expected value, to the figure's
/// last digit. 0 when none does, or the figure has fewer than three digits: it is a power of ten away from too much.
[[nodiscard]] int power_between(const Rational& expected, const facts::Fact& printed);

/// One of the values that `wanted` allows is one slip from what is printed, and figures of so many digits are not that
/// close by chance.
[[nodiscard]] bool is_slip(const Interval& wanted, const facts::Fact& printed);

/// «疑为一位数字有误：应为 …».
[[nodiscard]] Bilingual cause_of(SlipKind kind, const Rational& want, const facts::Fact& printed);

}  // namespace gouji::check
