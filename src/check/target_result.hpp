// Kind `target_result`: a project that a table gives a target for is spoken of again.
//   target: expressions on the header of the column of targets; name: on that of the names
//   result: expressions on headers of tables that report results themselves
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "check/check.hpp"

namespace gouji::check {

[[nodiscard]] std::unique_ptr<Check> make_target_result(Params& params);

}  // namespace gouji::check
