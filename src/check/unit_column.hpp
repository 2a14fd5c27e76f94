// Kind `unit_column`: in a column without a declared unit the money cells must not mix units.
// A column with a declared unit is the business of `unit_cell`: one cause, one finding.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/check.hpp"

namespace gouji::check {

[[nodiscard]] std::unique_ptr<Check> make_unit_column(Params& params);

}  // namespace gouji::check
