// SPDX-License-Identifier: Apache-2.0
#include "facts/date_separated.hpp"

#include "facts/calendar.hpp"
#include "facts/date_cursor.hpp"

namespace gouji::facts {
namespace {

using Text = std::string_view;

constexpr std::size_t kYearDigits = 4;
constexpr std::size_t kCodeBytes = 15;  // how far in front 编号 makes it a code
constexpr std::size_t kDateBytes = 24;  // how far in front 日期 makes it a date

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }
bool is_letter(char byte) { return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z'); }

bool has_before(Text text, std::size_t at, std::size_t bytes, std::initializer_list<Text> words) {
  const std::size_t begin = at > bytes ? at - bytes : 0;
  const Text head = text.substr(begin, at - begin);
  for (const Text word : words) {
    if (head.find(word) != Text::npos) return true;
  }
  return false;
}

bool is_dated(Text text, std::size_t at) {
  return has_before(text, at, kDateBytes, {"日期", "时间", "年月", "截至", "截止", "期间", "期限", "周期"});
}

/// Is this the second end of 2023.08-2024.12?
bool is_second_end(const PreviousDate& previous, char mark) {
  const Text between = previous.text.substr(previous.length);
  return !between.empty() && range_mark(between, 0) == between.size() && previous.length > kYearDigits &&
         previous.text[kYearDigits] == mark;
}

}  // namespace

std::size_t read_separated(Text text, std::size_t at, std::size_t end, const PreviousDate& previous, DateValue& date) {
  if (end >= text.size() || Text("-./").find(text[end]) == Text::npos) return 0;
  const char mark = text[end];
  const bool is_second = is_second_end(previous, mark);
  if (at > 1 && Text(".,-/_").find(text[at - 1]) != Text::npos && is_digit(text[at - 2]) && !is_second) return 0;
  std::size_t stop = end + 1;
  if (stop >= text.size() || !is_digit(text[stop]) || !read_small(text, stop, date.month)) return 0;
  const bool has_day = stop + 1 < text.size() && text[stop] == mark && is_digit(text[stop + 1]);
  if (has_day) {
    ++stop;
    if (!read_small(text, stop, date.day)) return 0;
  }
  // 2023-08-24-01 and 2023.08.24.1 are codes; 2023.08.24-2023.09.01 is a stretch
  if (stop < text.size() && (is_letter(text[stop]) || is_digit(text[stop]))) return 0;
  const bool goes_on = stop + 1 < text.size() && (text[stop] == mark || text[stop] == '-' || text[stop] == '.') &&
                       is_digit(text[stop + 1]);
  int other = 0;
  const std::size_t range = range_mark(text, stop);
  const std::size_t behind_range = stop + range + kYearDigits;
  const bool is_first =
      range != 0 && read_year(text, stop + range, other) && behind_range < text.size() && text[behind_range] == mark;
  if (goes_on && !is_first) return 0;
  if (has_before(text, at, kCodeBytes, {"编号", "编码", "标准", "电话"}) || date.month == 0) return 0;
  const bool is_known = is_dated(text, at) || is_second || is_first;
  const bool fits = exists(date) || (date.month <= 12 && date.day <= 31);
  if (has_day ? !fits && !is_known : !is_known || date.month > 12) return 0;
  if (stands(text, stop, has_day ? "日" : "月")) stop += Text("日").size();
  return stop;
}

bool read_compact(Text text, std::size_t at, int value, DateValue& date) {
  date = {value / 10000, value / 100 % 100, value % 100, true};
  return is_plausible_year(date.year) && date.month != 0 && date.day != 0 && exists(date) && is_dated(text, at);
}

}  // namespace gouji::facts
