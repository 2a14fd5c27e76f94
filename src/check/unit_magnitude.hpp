// Kind `unit_magnitude`: one quantity, named alike in two places, must not differ by exactly 10³, 10⁴ or 10⁸.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/check.hpp"

namespace gouji::check {

[[nodiscard]] std::unique_ptr<Check> make_unit_magnitude(Params& params);

}  // namespace gouji::check
