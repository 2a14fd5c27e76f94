// What the columns of a score table are for, read off its header cells. Stage-internal.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "table/grid.hpp"
#include "table/words.hpp"

namespace gouji::table {

enum class ScoreColumn {
  none,
  level,
  target,
  actual,
  completion,
  weight,
  score,
  deduction,
  reason,
  score_rate,
  execution,
  other
};

struct ScoreHeader {
  std::uint32_t row = 0;
  std::uint32_t end = 0;  // first row behind it
  std::vector<ScoreColumn> columns;
  bool is_fund = false;  // 执行率 beside 分值 and no levels: the block of money on top

  [[nodiscard]] bool has(ScoreColumn wanted) const;
  [[nodiscard]] std::uint32_t count(ScoreColumn wanted) const;
};

/// The header that starts in this row, if one does.
[[nodiscard]] std::optional<ScoreHeader> score_header_at(const Grid& grid, const lexicon::Lexicon& lexicon,
                                                         std::uint32_t row);

/// A number and nothing else but 分 or %: value and places.
struct PlainNumber {
  Rational value;
  int places = 0;
  bool is_percent = false;
  text::Span span;
};
[[nodiscard]] std::optional<PlainNumber> plain_number(std::string_view text);
/// A weight that ends a label: «产出指标（50分）», «效益（30）», «满意度10分».
[[nodiscard]] std::optional<PlainNumber> label_weight(std::string_view text);

}  // namespace gouji::table
