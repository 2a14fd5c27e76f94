// Cuts a table into blocks: header rows and the data below them. Most tables are one block; forms are several.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "table/grid.hpp"
#include "table/words.hpp"

namespace gouji::table {

struct Block {
  std::uint32_t begin = 0;  // first row that belongs to it: titles before the header too
  std::uint32_t header_begin = 0;
  std::uint32_t header_end = 0;  // first row below the header, the row of column numbers included in the header
  std::uint32_t end = 0;
  std::uint32_t formula_row = docx::kNone;  // 1 | 2 | 3=1+2
  std::vector<std::uint32_t> repeated;      // rows further down that repeat the header
};

[[nodiscard]] std::vector<Block> find_blocks(const Grid& grid, const Words& words);

}  // namespace gouji::table
