// Kind `score_total`: the scores of a table add up to its total, and to the score that the text states.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "check/check.hpp"

namespace gouji::check {

[[nodiscard]] std::unique_ptr<Check> make_score_total(Params& params);

}  // namespace gouji::check
