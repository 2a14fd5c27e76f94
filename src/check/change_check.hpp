// Kind `change`: levels, increase and rate of one statement must fit each other (DOMAIN 3.3). `aspect` says what is
// asserted: delta (Δ = now − base), rate (rate = Δ/base), direction (the word fits the sign), zero_base.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/check.hpp"

namespace gouji::check {

[[nodiscard]] std::unique_ptr<Check> make_change(Params& params);

}  // namespace gouji::check
