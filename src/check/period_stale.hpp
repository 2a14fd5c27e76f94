// period/stale-year: a sentence on this year's money or result that names another year.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "check/check.hpp"

namespace gouji::check {

/// Kind «period_stale». genres: in which one year is reported on; own: words of the year's own totals and results;
/// compared: words of a comparison with the year before; result: words that speak of the evaluated year's result;
/// purpose: patterns between a payment of the year and the other year it is for; unless: words that explain the year.
[[nodiscard]] std::unique_ptr<Check> make_period_stale(Params& params);

}  // namespace gouji::check
