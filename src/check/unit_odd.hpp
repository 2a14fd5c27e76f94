// Kind `unit_odd`: no amount of a sentence has a unit under which it cannot stand beside its neighbours, while their
// unit makes it ordinary: 412.36元 among 万元, 2,186.40亿元 in a report of millions.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/check.hpp"

namespace gouji::check {

/// each: words before or behind an amount that make it a price, standard or average
/// large: words of things that are counted in 亿元 anywhere; small: of things that are paid in 元
[[nodiscard]] std::unique_ptr<Check> make_unit_odd(Params& params);

}  // namespace gouji::check
