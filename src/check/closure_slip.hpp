// One slip of the pen that makes a sum close, and how likely it would do so by accident.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "check/check.hpp"
#include "check/slip.hpp"

namespace gouji::check {

/// An operand that one slip explains: what it would have to be, and its share of the accidental gaps.
struct Slip {
  std::uint32_t fact = 0;
  SlipKind kind = SlipKind::digit;
  Rational want;
  Rational chance;  // gaps that such a slip can make / gaps that these figures can have
};

/// Each operand of total = Σ parts that one slip explains.
[[nodiscard]] std::vector<Slip> slips_of(const facts::FactTable& facts, std::uint32_t total,
                                         const std::vector<std::uint32_t>& parts);

}  // namespace gouji::check
