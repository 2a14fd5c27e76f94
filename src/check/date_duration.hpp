// date/duration: a stated number of days or months is what lies between the two dates beside it.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "check/check.hpp"

namespace gouji::check {

/// Kind «date_duration». lead: words that make a duration the length of a stretch (工期, 历时); own: those of periods
/// that run on from another day (质保期); planned: words of a plan,
/// which does not bind what happened; unless: words of interruption; between: what may stand between the two dates
/// besides 至: patterns.
[[nodiscard]] std::unique_ptr<Check> make_date_duration(Params& params);

}  // namespace gouji::check
