// Kind `restated`: two renderings of one amount side by side are equal: 12.5万元（125000元）, 1.2亿元，即12000万元.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/check.hpp"

namespace gouji::check {

[[nodiscard]] std::unique_ptr<Check> make_restated(Params& params);

}  // namespace gouji::check
