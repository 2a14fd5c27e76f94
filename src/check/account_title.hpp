// Kind `account_title`: a budget account's code and name belong together.
//   titles: {code: name}; two names that contain one another agree
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "check/check.hpp"

namespace gouji::check {

[[nodiscard]] std::unique_ptr<Check> make_account_title(Params& params);

}  // namespace gouji::check
