// The cells of one sheet that a reader sees, with the text that they show. Sparse: an empty row costs nothing.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/budget.hpp"
#include "xlsx/workbook.hpp"

namespace gouji::xlsx {

struct SheetCell {
  std::uint32_t row = 0;  // 1-based, as the sheet counts them
  std::uint32_t column = 0;
  std::uint32_t row_span = 1;
  std::uint32_t column_span = 1;
  std::string text;
  bool is_number = false;
};

struct Sheet {
  std::vector<SheetCell> cells;  // with text only, row by row; hidden rows and columns left out
  std::vector<std::uint32_t> hidden_rows;
  std::vector<std::uint32_t> hidden_columns;
  std::uint32_t hidden_cells = 0;  // with text, in hidden rows and columns
  std::uint32_t uncalculated = 0;  // formulas without a stored result
  std::uint32_t errors = 0;        // cells that show #DIV/0! and the like
};

/// `sheet` is the root of its part.
[[nodiscard]] Sheet read_sheet(pugi::xml_node sheet, const Workbook& workbook, const Budget& budget);

}  // namespace gouji::xlsx
