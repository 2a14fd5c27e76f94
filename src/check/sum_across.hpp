// Kind `sum_across`: a total and its parts that stand in different paragraphs or sentences.
//   form: below  «…支出27.86万元。其中：» and under it numbered paragraphs, each opening with its own amount
//         above  «以上三项合计T»: the last three amounts before it
// Silent on open lists, on parts without an amount that is not said to be nothing, and wherever a reading closes.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "check/check.hpp"

namespace gouji::check {

[[nodiscard]] std::unique_ptr<Check> make_sum_across(Params& params);

}  // namespace gouji::check
