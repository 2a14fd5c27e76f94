// Kind `table_column`: a total or subtotal row must equal the sum of its rows, column by column and half by half.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/check.hpp"

namespace gouji::check {

[[nodiscard]] std::unique_ptr<Check> make_table_column(Params& params);

}  // namespace gouji::check
