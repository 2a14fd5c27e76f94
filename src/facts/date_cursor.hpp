// Reads the small pieces that dates are made of. Stage-internal.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace gouji::facts {

/// Does `text` hold `word` at `at`?
[[nodiscard]] inline bool stands(std::string_view text, std::size_t at, std::string_view word) {
  return at <= text.size() && text.compare(at, word.size(), word) == 0;
}

/// Length of the mark of a range (—, -, ~, 至…) at `at`; 0 when there is none.
[[nodiscard]] std::size_t range_mark(std::string_view text, std::size_t at);

/// One or two Arabic digits, or Chinese numerals up to 九十九, not followed by a further digit; moves `at` behind them.
[[nodiscard]] bool read_small(std::string_view text, std::size_t& at, int& value);

/// Four Chinese digits (〇零○O0 for nought) that make a year of 19xx or 20xx; moves `at` behind them.
[[nodiscard]] bool read_chinese_year(std::string_view text, std::size_t& at, int& year);

}  // namespace gouji::facts
