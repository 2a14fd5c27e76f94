// Sums that only arithmetic proves: a total and its parts in running text that no grammar reads, off by one slip.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/check.hpp"

namespace gouji::check {

/// of: enumeration (total before its parts) | list_then_sum (behind them) | count (either, counts instead of money).
[[nodiscard]] std::unique_ptr<Check> make_closure(Params& params);

}  // namespace gouji::check
