// Kind `score_weights`: in a score table the weights of each level add up to what the level above and the total say.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "check/check.hpp"

namespace gouji::check {

[[nodiscard]] std::unique_ptr<Check> make_score_weights(Params& params);

}  // namespace gouji::check
