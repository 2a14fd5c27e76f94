// Kind `xref_text_table`: a figure of the text equals the cell with the same row, column, year and scope; two values
// that changed places are one finding.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/check.hpp"

namespace gouji::check {

[[nodiscard]] std::unique_ptr<Check> make_xref_text_table(Params& params);

}  // namespace gouji::check
