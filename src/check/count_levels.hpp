// Kind `count_levels`: «一级指标a个、二级指标b个、三级指标c个» are levels, never parts of one sum (DOMAIN 3.7
// count/hierarchy). A deeper level has at least as many members, and where one indicator table is there, its own cells
// under 一级指标, 二级指标, 三级指标 are counted against the text. No keys.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "check/check.hpp"

namespace gouji::check {

[[nodiscard]] std::unique_ptr<Check> make_count_levels(Params& params);

}  // namespace gouji::check
