// date/interval: what runs from … to … begins before it ends.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "check/check.hpp"

namespace gouji::check {

/// Kind «date_interval». begin, end: slots in text; column_begin, column_end: words of headers. unless: words behind
/// the stretch that make it a comparison.
[[nodiscard]] std::unique_ptr<Check> make_date_interval(Params& params);

}  // namespace gouji::check
