// Kind `table_hierarchy`: a row with rows below it in the hierarchy (207 – 20701 – 2070101, 一、 – （一） – 1., indent)
// equals their sum, column by column. Rows shifted against their labels are one finding.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/check.hpp"

namespace gouji::check {

[[nodiscard]] std::unique_ptr<Check> make_table_hierarchy(Params& params);

}  // namespace gouji::check
