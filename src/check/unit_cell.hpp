// Kind `unit_cell`: a money cell that writes its own unit must write the one that its column or table declares.
// Error when the bare number fits the declared unit by other evidence: a sum, its neighbours, the text.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/check.hpp"

namespace gouji::check {

[[nodiscard]] std::unique_ptr<Check> make_unit_cell(Params& params);

}  // namespace gouji::check
