// Which figures follow from others, found by arithmetic alone: whatever adds up or divides exactly in one sentence,
// row or column. No word is looked at, so the bench knows nothing of how gouji reads.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "mutation/figures.hpp"

namespace gouji::mutation {

enum class Closure { text_sum, column_sum, row_sum, change_rate, share };

struct Closed {
  Closure kind = Closure::text_sum;
  std::size_t total = 0;           // index in Report::figures: the total, or the percentage
  std::vector<std::size_t> parts;  // the parts; level and change; part and whole
  std::size_t table = 0;
  std::size_t row = 0;     // of the total, in a table
  std::size_t column = 0;  // of the total, in a table
};

[[nodiscard]] std::vector<Closed> find_closed(const Report& report);

/// «total», «change» or «ratio»: the family that must see it.
[[nodiscard]] const char* family_of(Closure kind);

}  // namespace gouji::mutation
