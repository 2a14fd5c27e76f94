// Scores of the whole document that running text states: «自评得分为96.5分», «综合得分96.5分，等级为优».
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "check/check.hpp"

namespace gouji::check {

struct StatedScore {
  std::uint32_t fact = 0;
  text::Span sentence;
  std::string head;     // 自评得分, 综合得分
  bool is_own = false;  // nothing says that another unit, year, level or indicator is meant
};

[[nodiscard]] std::vector<StatedScore> stated_scores(const DocumentView& view);

}  // namespace gouji::check
