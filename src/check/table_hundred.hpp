// Kind `table_hundred`: the shares in one column of a closed table add up to 100 % (DOMAIN 3.4 ratio/shares-100).
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/check.hpp"

namespace gouji::check {

[[nodiscard]] std::unique_ptr<Check> make_table_hundred(Params& params);

}  // namespace gouji::check
