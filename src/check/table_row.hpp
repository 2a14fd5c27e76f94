// Kind `table_row`: a total column must equal the sum of its part columns, row by row (合计 = 基本支出 + 项目支出).
// A set of columns counts only when most rows prove it, or when a formula row states it.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/check.hpp"

namespace gouji::check {

[[nodiscard]] std::unique_ptr<Check> make_table_row(Params& params);

}  // namespace gouji::check
