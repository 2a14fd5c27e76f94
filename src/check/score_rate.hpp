// Kind `score_rate`: in a score table 得分率 is score divided by weight.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "check/check.hpp"

namespace gouji::check {

[[nodiscard]] std::unique_ptr<Check> make_score_rate(Params& params);

}  // namespace gouji::check
