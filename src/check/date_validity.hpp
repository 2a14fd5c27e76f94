// date/validity: every date exists in the calendar, and no year lost, doubled or misspelt a digit.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "check/check.hpp"

namespace gouji::check {

/// Kind «date_validity». unless: words near the date that mean another calendar or a quotation.
[[nodiscard]] std::unique_ptr<Check> make_date_validity(Params& params);

}  // namespace gouji::check
