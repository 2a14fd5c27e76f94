// One amount said twice in running text with the same digits and another unit: 412.60万元 … 上述资金412.60元.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "check/check.hpp"

namespace gouji::check {

struct SameDigits {
  std::uint32_t first = 0;  // facts, in document order
  std::uint32_t second = 0;
};

/// Pairs whose printed digits agree, whose units lie 10^3, 10^4 or 10^8 apart, and whose names are one noun phrase.
/// A fact is in at most one of them. Tables are left to the checks of their cells.
[[nodiscard]] std::vector<SameDigits> same_digits_pairs(const DocumentView& view);

}  // namespace gouji::check
