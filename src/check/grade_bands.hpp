// Grade bands that a document prints: «90（含）—100分为优», «优（90—100分）、良（80—90分）», «90分以上为优秀».
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "check/check.hpp"
#include "check/profile.hpp"

namespace gouji::check {

struct PrintedBands {
  std::vector<GradeBand> bands;  // from the highest down; empty = none printed, or not understood
  Spot spot;
  bool is_doubtful = false;  // something like bands is printed, but not understood
};

[[nodiscard]] PrintedBands printed_bands(const DocumentView& view);

/// The grade word at the start of `text` (behind quotes), longest first; empty = none. A word that goes on (优化) is
/// none.
[[nodiscard]] std::string_view grade_at(const DocumentView& view, std::string_view text);
/// 优秀 = 优, 良好 = 良, 中等 = 中, 较差 = 差.
[[nodiscard]] std::string_view base_grade(std::string_view grade);

}  // namespace gouji::check
