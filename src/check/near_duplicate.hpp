// Kind `near_duplicate`: a fixed term (in “”, 《》, or with one of the endings) in two spellings that differ in a
// character or two.
//   endings: nouns that end names of one of a kind: 领导小组
//   single:  words of which a report has one such group: 绩效
//   pairs:   characters that tell real pairs apart: 上下, 一二
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "check/check.hpp"

namespace gouji::check {

[[nodiscard]] std::unique_ptr<Check> make_near_duplicate(Params& params);

}  // namespace gouji::check
