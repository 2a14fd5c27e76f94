// Kind `claim_target`: a sentence that says a target is reached has numbers that reach it.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "check/check.hpp"

namespace gouji::check {

[[nodiscard]] std::unique_ptr<Check> make_claim_target(Params& params);

}  // namespace gouji::check
