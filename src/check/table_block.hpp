// Kind `table_block`: a row that is the sum of a block of its neighbours in some columns is so in all of them, whatever
// its label says (2020—2024年累计, 财政拨款 + 其他资金).
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/check.hpp"

namespace gouji::check {

[[nodiscard]] std::unique_ptr<Check> make_table_block(Params& params);

}  // namespace gouji::check
