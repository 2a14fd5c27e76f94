// Kind `score_execution`: the score of the execution rate is weight × rate, or what the profile's rule gives.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "check/check.hpp"

namespace gouji::check {

[[nodiscard]] std::unique_ptr<Check> make_score_execution(Params& params);

}  // namespace gouji::check
