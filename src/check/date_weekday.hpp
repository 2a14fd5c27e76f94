// date/weekday: 2023年8月24日（星期四）.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "check/check.hpp"

namespace gouji::check {

/// Kind «date_weekday». No keys. Dates without a year are not judged.
[[nodiscard]] std::unique_ptr<Check> make_date_weekday(Params& params);

}  // namespace gouji::check
