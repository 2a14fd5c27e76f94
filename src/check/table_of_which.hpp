// Kind `table_of_which`: no 其中 row is more than the row that it is a part of.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/check.hpp"

namespace gouji::check {

[[nodiscard]] std::unique_ptr<Check> make_table_of_which(Params& params);

}  // namespace gouji::check
