// Kind `date_sequence`: two simple orders of dates.
//   behind:      words (随后, 次日…) that put the date behind them after the date before them in the sentence
//   after_year:  patterns of what can only happen when the reported year is over (决算批复): its clause has one date,
//                and that date lies behind the year
//   unless:      words of the sentence that make it void
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "check/check.hpp"

namespace gouji::check {

[[nodiscard]] std::unique_ptr<Check> make_date_sequence(Params& params);

}  // namespace gouji::check
