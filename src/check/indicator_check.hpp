// Kind `indicator`: rows of indicator tables, target beside actual value.
//   form: unmet_full (target missed, all points), met_less (target reached, points taken, no reason),
//         completion (完成率 = actual ÷ target), unit_kind (人 beside 人次, 公里 beside 米)
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "check/check.hpp"

namespace gouji::check {

[[nodiscard]] std::unique_ptr<Check> make_indicator(Params& params);

}  // namespace gouji::check
