// The calendar: does a date exist, which comes first, what day of the week it is.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "facts/fact.hpp"

namespace gouji::facts {

[[nodiscard]] int days_in_month(int year, int month);
/// Exists as far as it is stated: month 1–12, day within the month. 2月29日 without a year exists.
[[nodiscard]] bool exists(const DateValue& date);
/// Days since 1970-01-01; for a stretch its first or last day. The date exists and states its year.
[[nodiscard]] int first_day(const DateValue& date);
[[nodiscard]] int last_day(const DateValue& date);
/// 1 = Monday … 7 = Sunday.
[[nodiscard]] int weekday(int days);
/// 2023年8月24日, 2023年8月, 8月24日…
[[nodiscard]] std::string to_chinese(const DateValue& date);
/// 2023-08-24, 2023-08, 2023, --08-24.
[[nodiscard]] std::string to_iso(const DateValue& date);

}  // namespace gouji::facts
