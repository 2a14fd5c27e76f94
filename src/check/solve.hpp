// What one figure of a formula would have to be for the formula to hold, all the others as printed.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "check/formula.hpp"

namespace gouji::check {

/// Undefined when the formula is neither linear in the name nor of the shape a ÷ x. `judged` is the figure whose
/// printed places say how exact the answer is; it may be the name itself.
[[nodiscard]] Interval solve_for(const Formula& formula, const Environment& environment, std::string_view name,
                                 std::string_view judged);

}  // namespace gouji::check
