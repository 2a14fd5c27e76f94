// What stands between a number and the list of its kinds, and between two kinds.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "statement/sentence.hpp"

namespace gouji::statement {

struct CountGap {
  std::string_view text;
  int marks = 0;       // ， and 、 outside brackets
  char32_t mark = 0;   // the first of them; 和 counts as 、
  bool stops = false;  // ； 。 ：
};
[[nodiscard]] CountGap count_gap(std::string_view text);

/// Where the list begins behind its number: 其中, （, ：, 分布在, 按性质分，, «17个中…»; 0 when nothing opens one.
[[nodiscard]] std::uint32_t count_opening(const lexicon::Lexicon& lexicon, std::string_view text,
                                          const facts::Fact& total, const facts::Fact& first, bool& brackets);

}  // namespace gouji::statement
