// Kind `score_text`: «决策得14分，过程得22.5分，产出得31分，效益得23分，总分90.5分»: the scores that one sentence gives
// add up to the total beside them (DOMAIN 3.10). Fewer than three scores, 其中 and deductions are not judged.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/check.hpp"

namespace gouji::check {

[[nodiscard]] std::unique_ptr<Check> make_score_text(Params& params);

}  // namespace gouji::check
