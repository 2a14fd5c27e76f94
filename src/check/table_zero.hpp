// Kind `table_zero_total`: a total row does not say 0 above parts that are not 0, nor stay blank.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/check.hpp"

namespace gouji::check {

[[nodiscard]] std::unique_ptr<Check> make_table_zero_total(Params& params);

}  // namespace gouji::check
