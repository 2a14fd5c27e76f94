// Kind `period_future`: what a report on a finished year says will happen (将于…) lies ahead of it.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/check.hpp"

namespace gouji::check {

/// genres: kinds of report that are written after their year; ahead: words right before the date;
/// unless: words of the sentence that make it a plan of that time
[[nodiscard]] std::unique_ptr<Check> make_period_future(Params& params);

}  // namespace gouji::check
