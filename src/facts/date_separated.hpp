// Dates of figures alone: 2023-8-24, 2023.08.24, 2023/8/24, 20230824. They look like codes, versions and decimals, so
// the surroundings decide. Stage-internal.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "facts/fact.hpp"

namespace gouji::facts {

/// The date in front of this one, from its start to the start of this one, and how much of that it is itself.
struct PreviousDate {
  std::string_view text;
  std::size_t length = 0;
};

/// `at` is the year's first byte, `end` what stands behind its four digits; date.year is set. Returns where the date
/// ends and sets month and day; 0 when it is none. Without a day only where the surroundings speak of dates.
[[nodiscard]] std::size_t read_separated(std::string_view text, std::size_t at, std::size_t end,
                                         const PreviousDate& previous, DateValue& date);

/// Eight digits with this value: only where the words before say that it is a date.
[[nodiscard]] bool read_compact(std::string_view text, std::size_t at, int value, DateValue& date);

}  // namespace gouji::facts
