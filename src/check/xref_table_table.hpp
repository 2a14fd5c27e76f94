// Kind `xref_table_table`: two tables that show the same rows, proven by the rows that agree, agree in all of them.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/check.hpp"

namespace gouji::check {

[[nodiscard]] std::unique_ptr<Check> make_xref_table_table(Params& params);

}  // namespace gouji::check
