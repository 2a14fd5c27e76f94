// Kind `change_components`: the change of a total is the sum of the changes of its parts (DOMAIN 3.3
// change/component-deltas). Only when every part of a closed list states its change.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/check.hpp"

namespace gouji::check {

[[nodiscard]] std::unique_ptr<Check> make_change_components(Params& params);

}  // namespace gouji::check
