// Tables of one page: by the lines drawn around their cells, else by how their words stand under each other.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "input/pdf_lines.hpp"
#include "input/pdf_page.hpp"

namespace gouji::input {

struct PdfCell {
  std::uint32_t row = 0;
  std::uint32_t column = 0;
  std::uint32_t row_span = 1;
  std::uint32_t column_span = 1;
  std::string text;
  int page = 0;
  double opening = 0;  // points that its first word needs
  double room = 0;     // points left in its last line
};

struct PdfTable {
  double top = 0;
  double bottom = 0;
  std::uint32_t rows = 0;
  std::vector<double> edges;   // x of the columns' borders: one more than there are columns
  std::vector<PdfCell> cells;  // row by row, then by column
  bool is_guessed = false;     // not every border is drawn
  std::uint32_t header_rows = 0;
  int page = 0;

  [[nodiscard]] std::uint32_t columns() const {
    return edges.empty() ? 0 : static_cast<std::uint32_t>(edges.size() - 1);
  }
};

/// Takes the words of ruled tables out of `page`. From top to bottom.
[[nodiscard]] std::vector<PdfTable> take_ruled_tables(PdfPage& page, int number);

/// A table without lines that starts at lines[at]: words of following lines stand under each other in three columns or
/// more, or in two of which one holds figures. `end` is the line behind it; no rows = there is none.
[[nodiscard]] PdfTable aligned_table(const std::vector<PdfLine>& lines, std::size_t at, std::size_t& end, int number);

}  // namespace gouji::input
