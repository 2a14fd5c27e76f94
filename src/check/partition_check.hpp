// Kind `partition`: a stated total must equal the sum of the parts that the same text lists (DOMAIN 3.2).
// One statement belongs to one rule: `form` says which (enumeration, nested, list_then_sum, two_partitions, count,
// exceeds). In: statements. Silent on open lists, overlaps, levels and wherever any reading closes.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/check.hpp"

namespace gouji::check {

[[nodiscard]] std::unique_ptr<Check> make_partition(Params& params);

/// Lists of points in running text belong to the score rules: «产出50分（数量20分、…）», «得94.6分，其中…».
enum class PointLists { weights, scores };
void judge_point_lists(const DocumentView& view, PointLists which, Sink& sink);

}  // namespace gouji::check
