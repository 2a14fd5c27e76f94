// Reads the small pieces that dates are made of. Stage-internal.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <string_view>

namespace gouji::facts {

/// Does `text` hold `word` at `at`?
[[nodiscard]] inline bool stands(std::string_view text, std::size_t at, std::string_view word) {
  return at <= text.size() && text.compare(at, word.size(), word) == 0;
}

[[nodiscard]] inline bool stands_any(std::string_view text, std::size_t at,
                                     std::initializer_list<std::string_view> words) {
  for (const std::string_view word : words) {
    if (stands(text, at, word)) return true;
  }
  return false;
}

[[nodiscard]] inline bool is_plausible_year(int year) { return year >= 1900 && year <= 2099; }

/// Four Arabic digits at `at` that make a year, and no fifth.
[[nodiscard]] bool read_year(std::string_view text, std::size_t at, int& year);

/// Length of the mark of a range (—, -, ~, 至…) at `at`; 0 when there is none.
[[nodiscard]] std::size_t range_mark(std::string_view text, std::size_t at);

/// One or two Arabic digits, or Chinese numerals up to 九十九, not followed by a further digit; moves `at` behind them.
[[nodiscard]] bool read_small(std::string_view text, std::size_t& at, int& value);

/// Four Chinese digits (〇零○O0 for nought) that make a year of 19xx or 20xx; moves `at` behind them.
[[nodiscard]] bool read_chinese_year(std::string_view text, std::size_t& at, int& year);

}  // namespace gouji::facts
