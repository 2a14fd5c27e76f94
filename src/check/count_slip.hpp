// One slip of the hand in a count: a digit changed, two neighbours swapped, a digit lost or added.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "facts/fact.hpp"

namespace gouji::check {

/// `want` (in the fact's base unit) becomes what is printed by one slip.
[[nodiscard]] bool is_count_slip(const Rational& want, const facts::Fact& stated);

}  // namespace gouji::check
