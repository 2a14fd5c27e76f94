// Is one figure the other with a single slip of the pen? Narrower than a likely cause: it is asked of figures that a
// relation does not fit, to tell a slip from a relation that was never meant.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/interval.hpp"
#include "facts/fact.hpp"

namespace gouji::check {

/// A digit changed, two neighbours exchanged, a digit lost or doubled, or the unit: of the values that `wanted` allows
/// one is that close to what is printed, and figures of so many digits are not close by chance.
[[nodiscard]] bool is_slip(const Interval& wanted, const facts::Fact& printed);

}  // namespace gouji::check
