// Kind `share`: a stated share must be part ÷ whole (DOMAIN 3.4 ratio/share).
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/check.hpp"

namespace gouji::check {

[[nodiscard]] std::unique_ptr<Check> make_share(Params& params);

}  // namespace gouji::check
