// date/deadline: 按期, 提前, 逾期 fit the deadline and the date of what was done.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "check/check.hpp"

namespace gouji::check {

/// Kind «date_deadline». before: words behind a date that make it a deadline; until: words in front of it that do;
/// due: words of duty, one of which must stand with the deadline; done: words of completion; in_time, late: what the
/// text claims; unless: words of a changed deadline.
[[nodiscard]] std::unique_ptr<Check> make_date_deadline(Params& params);

}  // namespace gouji::check
