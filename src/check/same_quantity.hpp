// When two figures are one quantity, and whether they then say the same. Shared by the cross-reference checks.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "check/check.hpp"

namespace gouji::check {

enum class Fit {
  no,     // some part of the identity differs
  maybe,  // nothing differs, but one side leaves something unsaid
  full    // role, period and scope are said alike
};

/// Measure, role, period, year, scope and context; the subject is the caller's.
[[nodiscard]] Fit fit_of(const DocumentView& view, const quantity::Quantity& a, const quantity::Quantity& b);
[[nodiscard]] Fit role_fit(quantity::Role a, quantity::Role b);

enum class Agreement {
  same,      // equal as printed, or one is the other rounded or cut
  rounding,  // one last place apart
  unknown,   // a bound, a round number
  differ
};
[[nodiscard]] Agreement agreement_of(const facts::Fact& a, const facts::Fact& b);

/// 10, 10^3, 10^4 or 10^8 apart: the exponent; 0 when not. A wrong unit is the business of unit/*.
[[nodiscard]] int power_apart(const facts::Fact& a, const facts::Fact& b);

/// Two neighbouring digits changed places, or one place was lost: hardly two different quantities.
[[nodiscard]] bool is_slip(const facts::Fact& a, const facts::Fact& b, std::size_t least_digits = 4);

/// An exact figure with a unit that may be held against another.
[[nodiscard]] bool is_comparable(const DocumentView& view, const quantity::Quantity& quantity);

/// The figure's role when its words do not say it: what this kind of document reports.
[[nodiscard]] quantity::Role role_by_genre(const DocumentView& view);

/// Fills message, working, expected, actual, cause, evidence and corrections of «one quantity, two values»; `first` is
/// where to look.
void describe_pair(const DocumentView& view, const quantity::Quantity& first, const quantity::Quantity& second,
                   Draft& draft);

/// The printed name of the figure.
[[nodiscard]] std::string shown_name(const DocumentView& view, const quantity::Quantity& quantity);

}  // namespace gouji::check
