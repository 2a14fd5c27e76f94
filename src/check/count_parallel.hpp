// count/parallel: «A、B、C分别为x、y、z» has as many figures as names.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "check/check.hpp"

namespace gouji::check {

/// Kind «count_parallel». distribute: the words (分别); unless: words in the clause of the names that make their number
/// uncertain (等, 两类).
[[nodiscard]] std::unique_ptr<Check> make_count_parallel(Params& params);

}  // namespace gouji::check
