// SPDX-License-Identifier: Apache-2.0
#include "facts/date_cursor.hpp"

#include "base/utf8.hpp"

namespace gouji::facts {
namespace {

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

/// Value of a Chinese digit 1–9; 0 for nought; -1 for anything else.
int chinese_digit(std::string_view text, std::size_t at) {
  if (at >= text.size()) return -1;
  switch (utf8::decode(text, at)) {
    case U'〇':
    case U'零':
    case U'○':
    case U'Ｏ': return 0;
    case U'一': return 1;
    case U'二': return 2;
    case U'三': return 3;
    case U'四': return 4;
    case U'五': return 5;
    case U'六': return 6;
    case U'七': return 7;
    case U'八': return 8;
    case U'九': return 9;
    default: return -1;
  }
}

constexpr std::size_t kHan = 3;  // bytes of a numeral

}  // namespace

bool read_year(std::string_view text, std::size_t at, int& year) {
  constexpr std::size_t kDigits = 4;
  if (at + kDigits > text.size()) return false;
  year = 0;
  for (std::size_t i = at; i < at + kDigits; ++i) {
    if (!is_digit(text[i])) return false;
    year = year * 10 + (text[i] - '0');
  }
  return is_plausible_year(year) && !(at + kDigits < text.size() && is_digit(text[at + kDigits]));
}

std::size_t range_mark(std::string_view text, std::size_t at) {
  for (const std::string_view mark : {"——", "--", "—", "–", "―", "－", "-", "～", "〜", "∼", "~", "至", "到"}) {
    if (stands(text, at, mark)) return mark.size();
  }
  return 0;
}

bool read_small(std::string_view text, std::size_t& at, int& value) {
  if (at >= text.size()) return false;
  if (is_digit(text[at])) {
    std::size_t end = at;
    int number = 0;
    for (; end < text.size() && is_digit(text[end]) && end - at < 3; ++end) number = number * 10 + (text[end] - '0');
    if (end - at > 2) return false;
    at = end;
    value = number;
    return true;
  }
  if (stands(text, at, "元月")) {
    at += kHan;
    value = 1;
    return true;
  }
  std::size_t end = at;
  int tens = 0;
  int ones = chinese_digit(text, end);
  if (ones > 0) end += kHan;
  if (stands(text, end, "十")) {
    tens = ones > 0 ? ones : 1;
    end += kHan;
    ones = chinese_digit(text, end);
    if (ones > 0) end += kHan;
  } else if (ones <= 0 && stands(text, end, "廿")) {
    tens = 2;
    end += kHan;
    ones = chinese_digit(text, end);
    if (ones > 0) end += kHan;
  }
  if (end == at || chinese_digit(text, end) >= 0 || stands(text, end, "十")) return false;
  value = tens * 10 + (ones > 0 ? ones : 0);
  at = end;
  return true;
}

bool read_chinese_year(std::string_view text, std::size_t& at, int& year) {
  std::size_t end = at;
  int value = 0;
  for (int place = 0; place < 4; ++place) {
    int digit = chinese_digit(text, end);
    std::size_t size = kHan;
    if (digit < 0 && place > 0 && end < text.size() && (text[end] == 'O' || text[end] == 'o' || text[end] == '0')) {
      digit = 0;
      size = 1;
    }
    if (digit < 0) return false;
    value = value * 10 + digit;
    end += size;
  }
  if (!is_plausible_year(value) || chinese_digit(text, end) >= 0) return false;
  at = end;
  year = value;
  return true;
}

}  // namespace gouji::facts
