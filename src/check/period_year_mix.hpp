// period/year-mix: cover, title, headings, contents, table titles and page headers state one year.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "check/check.hpp"

namespace gouji::check {

/// Kind «period_year_mix». subject: words of what the slots name, by genre; unless: words of comparison and outlook.
[[nodiscard]] std::unique_ptr<Check> make_period_year_mix(Params& params);

}  // namespace gouji::check
