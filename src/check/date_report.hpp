// date/report-vs-period: the filing date fits the evaluated year, by kind of report.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "check/check.hpp"

namespace gouji::check {

/// Kind «date_report». after_year, around_year, within_year: genres (and words of titles) by what the date must do.
[[nodiscard]] std::unique_ptr<Check> make_date_report(Params& params);

}  // namespace gouji::check
