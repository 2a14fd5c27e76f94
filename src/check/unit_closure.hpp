// Sums and rates among the amounts of one sentence, as witnesses for the unit of one of them.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "check/check.hpp"

namespace gouji::check {

struct Reading {
  std::uint32_t fact = 0;
  Rational value;  // in 元, under the unit that is tried
};

struct Closure {
  std::uint32_t total = docx::kNone;  // a sum, …
  std::vector<std::uint32_t> parts;
  std::uint32_t percent = docx::kNone;  // … or a rate of `total` (the base)
};

/// The sum that `amounts[at]` is the total or a part of: neighbours in order, equal to the last digit, with digits
/// enough that chance does not do it. The figures' own units are not looked at.
[[nodiscard]] std::optional<Closure> closing_sum(const DocumentView& view, const std::vector<Reading>& amounts,
                                                 std::size_t at);
/// The percentage behind two amounts, one of them `amounts[at]`, that is their share or rate of change.
[[nodiscard]] std::optional<Closure> closing_rate(const DocumentView& view, const std::vector<Reading>& amounts,
                                                  std::size_t at, facts::Range sentence);

/// The words between the last mark or amount and the figure.
[[nodiscard]] std::string_view name_before(const DocumentView& view, std::uint32_t index);
/// «13850.27 + 326.00 = 14176.27» in the unit of `like`, where `odd` is read as `value`.
[[nodiscard]] std::string relation_of(const DocumentView& view, const Closure& closure, std::uint32_t odd,
                                      const Rational& value, std::uint32_t like);

}  // namespace gouji::check
