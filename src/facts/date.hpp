// The grammar of dates: every written form of a day, month, quarter, half-year or year, and of stretches of them.
// In: folded text. Out: matches in order, never overlapping. Durations (3年), decimals, codes and phone numbers are
// none.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "facts/fact.hpp"

namespace gouji::facts {

struct DateMatch {
  text::Span span;
  DateValue start;
  DateValue end;  // for 8月24—26日, 2023年1—6月, 2021—2023年, 上半年; year and month 0 when there is none
  bool is_invalid_form = false;  // 202年度, 20223年, 2O23年: digits lost, doubled or replaced by letters

  [[nodiscard]] bool has_end() const { return end.year != 0 || end.month != 0; }
};

/// Appends. A date without a year has year 0; one that the calendar does not know has is_valid false.
/// 2023年9月—6月 and other pairs of whole dates are two matches.
void find_dates(std::string_view folded, std::vector<DateMatch>& out);

}  // namespace gouji::facts
