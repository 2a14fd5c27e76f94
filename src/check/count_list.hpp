// Kind `count_list`: a number of things is the sum of its kinds where only the wording proves it (DOMAIN 3.2, counts):
// «142个问题，已整改139个…剩下3个», «36个，优的21个、良的11个、中的4个». Small numbers: silent wherever any reading
// closes.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/check.hpp"

namespace gouji::check {

[[nodiscard]] std::unique_ptr<Check> make_count_list(Params& params);

}  // namespace gouji::check
