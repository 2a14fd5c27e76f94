// Kind `unit_missing`: a money or share slot whose unit is missing or cut: 80万专项资金, 占64.18 beside shares in %,
// a money table that names no unit anywhere.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/check.hpp"

namespace gouji::check {

[[nodiscard]] std::unique_ptr<Check> make_unit_missing(Params& params);

}  // namespace gouji::check
