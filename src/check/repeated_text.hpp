// Kind `repeated_text`: a long stretch of prose stands twice.
//   characters: how long it must be (default 45); allow: expressions on a stretch that may be repeated
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "check/check.hpp"

namespace gouji::check {

[[nodiscard]] std::unique_ptr<Check> make_repeated_text(Params& params);

}  // namespace gouji::check
