// Kind `score_bound`: in a score table each score lies between 0 and its weight, and weight less deduction is score.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "check/check.hpp"

namespace gouji::check {

[[nodiscard]] std::unique_ptr<Check> make_score_bound(Params& params);

}  // namespace gouji::check
