// SPDX-License-Identifier: Apache-2.0
#include "facts/calendar.hpp"

#include <array>

#include <fmt/format.h>

namespace gouji::facts {
namespace {

bool is_leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

int days_of(int year, int month, int day) {
  // Years run from March so that the leap day is the last one.
  const int y = month <= 2 ? year - 1 : year;
  const int shifted = month <= 2 ? month + 9 : month - 3;
  return 365 * y + y / 4 - y / 100 + y / 400 + (153 * shifted + 2) / 5 + day - 1 - 719468;
}

}  // namespace

int days_in_month(int year, int month) {
  constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12) return 0;
  if (month == 2 && (year == 0 || is_leap(year))) return 29;
  return kDays[static_cast<std::size_t>(month - 1)];
}

bool exists(const DateValue& date) {
  if (date.month == 0) return date.day == 0 && date.year != 0;
  if (date.month < 1 || date.month > 12) return false;
  return date.day >= 0 && date.day <= days_in_month(date.year, date.month);
}

int first_day(const DateValue& date) {
  return days_of(date.year, date.month == 0 ? 1 : date.month, date.day == 0 ? 1 : date.day);
}

int last_day(const DateValue& date) {
  const int month = date.month == 0 ? 12 : date.month;
  return days_of(date.year, month, date.day == 0 ? days_in_month(date.year, month) : date.day);
}

int weekday(int days) { return ((days + 3) % 7 + 7) % 7 + 1; }

std::string to_chinese(const DateValue& date) {
  std::string out;
  if (date.year != 0) out += fmt::format("{}年", date.year);
  if (date.month != 0) out += fmt::format("{}月", date.month);
  if (date.day != 0) out += fmt::format("{}日", date.day);
  return out;
}

std::string to_iso(const DateValue& date) {
  std::string out = date.year != 0 ? fmt::format("{:04}", date.year) : "-";
  if (date.month != 0) out += fmt::format("-{:02}", date.month);
  if (date.day != 0) out += fmt::format("-{:02}", date.day);
  return out;
}

}  // namespace gouji::facts
