// SPDX-License-Identifier: Apache-2.0
#include "table/blocks.hpp"

#include <algorithm>
#include <string>

#include "base/utf8.hpp"
#include "text/marker.hpp"

namespace gouji::table {
namespace {

struct RowShape {
  std::uint32_t cells = 0;    // distinct cells with text
  std::uint32_t covered = 0;  // columns under them
  std::uint32_t figures = 0;  // years left out
  std::uint32_t digits = 0;   // cells of one or two digits
  std::uint32_t worded = 0;   // cells with a header word
  bool has_marker = false;    // its first cell starts a list: 一、…
  bool is_sequence = false;   // 1 2 3 …
};

bool is_year(std::string_view text) {
  return text.size() == 4 && (text.substr(0, 2) == "20" || text.substr(0, 2) == "19");
}

RowShape shape_of(const Grid& grid, std::uint32_t row, const Words& words) {
  RowShape shape;
  std::uint32_t previous = docx::kNone;
  int last_number = 0;
  bool rising = true;
  for (std::uint32_t column = 0; column < grid.columns(); ++column) {
    const std::uint32_t cell = grid.owner(row, column);
    if (cell == docx::kNone || grid.cell_text(cell).empty()) continue;
    ++shape.covered;
    if (cell == previous) continue;
    previous = cell;
    const std::string_view text = grid.cell_text(cell);
    const CellInfo& info = grid.info(cell);
    if (shape.cells == 0) shape.has_marker = text::marker_at(text).has_value();
    ++shape.cells;
    if (info.is_digits && text.size() <= 2) {
      ++shape.digits;
      const int number = text.size() == 1 ? text[0] - '0' : (text[0] - '0') * 10 + (text[1] - '0');
      rising = rising && number == last_number + 1;
      last_number = number;
    }
    if (info.kind == CellKind::figure && !(info.is_digits && is_year(text))) ++shape.figures;
    if (utf8::count(text) <= 24 && words.is_header_text(text)) ++shape.worded;
  }
  shape.is_sequence = rising && shape.digits >= 3;
  return shape;
}

bool is_header_like(const RowShape& shape, std::uint32_t columns) {
  return shape.figures == 0 && shape.cells >= 2 && !shape.has_marker && shape.covered * 10 >= columns * 6 &&
         shape.worded * 10 >= shape.cells * 6;
}

/// One text over (nearly) the whole width.
bool is_title(const RowShape& shape, std::uint32_t columns) {
  return shape.figures == 0 && shape.cells == 1 && shape.covered * 10 >= columns * 7;
}

/// 栏次 | 1 | 2 | 3=1+2
bool is_formula_row(const Grid& grid, std::uint32_t row, const RowShape& shape, const Words& words) {
  std::uint32_t formulas = 0;
  std::uint32_t letters = 0;
  std::uint32_t names = 0;  // 栏次
  std::uint32_t last = docx::kNone;
  for (std::uint32_t column = 0; column < grid.columns(); ++column) {
    const std::string_view text = grid.text(row, column);
    const std::uint32_t cell = grid.owner(row, column);
    if (cell != last && words.is(words.column_numbers, squeezed(text))) ++names;
    last = cell;
    const bool has_plus = text.find_first_of("+-") != std::string_view::npos;
    if (text.find('=') != std::string_view::npos && has_plus && text.size() <= 24) ++formulas;
    if (text.size() == 1 && text[0] >= 'A' && text[0] <= 'Z') ++letters;
  }
  if (names > 0) return shape.digits + formulas + letters + names >= shape.cells;
  if (shape.is_sequence && shape.figures + formulas + 1 >= shape.cells) return true;
  return formulas > 0 && shape.digits + formulas + letters + 1 >= shape.cells;
}

bool same_texts(const Grid& grid, std::uint32_t a, std::uint32_t b) {
  for (std::uint32_t column = 0; column < grid.columns(); ++column) {
    if (grid.text(a, column) != grid.text(b, column)) return false;
  }
  return true;
}

/// The cell at the left runs on from the row above: a header of two rows, whatever words stand in it.
bool hangs_on(const Grid& grid, std::uint32_t row) {
  if (row == 0 || row >= grid.rows()) return false;
  const std::uint32_t cell = grid.owner(row, 0);
  return cell != docx::kNone && cell == grid.owner(row - 1, 0);
}

}  // namespace

std::vector<Block> find_blocks(const Grid& grid, const Words& words) {
  std::vector<RowShape> shapes;
  for (std::uint32_t row = 0; row < grid.rows(); ++row) shapes.push_back(shape_of(grid, row, words));
  const std::uint32_t columns = grid.columns();
  const auto header_like = [&](std::uint32_t row) { return is_header_like(shapes[row], columns); };

  std::vector<Block> blocks(1);
  blocks.reserve(grid.rows() + 1u);  // `top` points into it
  Block& top = blocks[0];
  std::uint32_t first_figure = 0;
  while (first_figure < grid.rows() && shapes[first_figure].figures == 0) ++first_figure;
  // the last run of header-like rows before the first figures
  std::uint32_t end = 0;
  for (std::uint32_t row = 0; row < first_figure; ++row) {
    if (header_like(row)) end = row + 1;
  }
  if (end == 0 && first_figure < grid.rows()) {
    const bool only_row = first_figure >= 1 && shapes[first_figure - 1].covered * 10 >= columns * 6 &&
                          shapes[first_figure - 1].cells >= 2 && !shapes[first_figure - 1].has_marker;
    if (only_row) end = first_figure;
  }
  if (end == 0 && first_figure == grid.rows() && grid.rows() > 1) end = 1;
  end = std::max(end, std::min(grid.table().header_rows, grid.rows()));
  std::uint32_t begin = end;
  while (begin > 0 && (header_like(begin - 1) || (begin == end && begin > 0))) --begin;
  const auto extends = [&](std::uint32_t row) {
    return row < first_figure && shapes[row].cells >= 3 && shapes[row].covered == columns && !shapes[row].has_marker;
  };
  while (end > 0 && hangs_on(grid, end) && extends(end)) ++end;
  while (begin > 0 && hangs_on(grid, begin) && extends(begin - 1)) --begin;
  top.header_begin = begin;
  top.header_end = end;
  if (end < grid.rows() && end > 0 && is_formula_row(grid, end, shapes[end], words)) {
    top.formula_row = end;
    top.header_end = end + 1;
  }
  for (std::uint32_t row = top.header_end; row < grid.rows(); ++row) {
    if (!header_like(row)) continue;
    if (top.header_end > 0 && same_texts(grid, row, top.header_end - 1 - (top.formula_row != docx::kNone ? 1u : 0u))) {
      std::uint32_t back = row;
      std::uint32_t of_header = top.header_end - (top.formula_row != docx::kNone ? 1u : 0u);
      while (of_header > top.header_begin && same_texts(grid, back, of_header - 1)) {
        blocks.back().repeated.push_back(back);
        if (back == 0) break;
        --back;
        --of_header;
      }
      continue;
    }
    // A new header only where figures follow and the text is more than one labelled row.
    std::uint32_t below = row + 1;
    while (below < grid.rows() && header_like(below)) ++below;
    std::uint32_t start = row;
    const bool repeats_top = top.header_begin < top.header_end && same_texts(grid, row, top.header_begin);
    if (repeats_top) {
      for (std::uint32_t again = row; again < below; ++again) blocks.back().repeated.push_back(again);
      row = below - 1;
      continue;
    }
    if (shapes[row].cells < 2 || below >= grid.rows()) continue;
    while (start > blocks.back().header_end && is_title(shapes[start - 1], columns)) --start;
    blocks.back().end = start;
    Block next;
    next.begin = start;
    next.header_begin = row;
    next.header_end = below;
    if (is_formula_row(grid, below, shapes[below], words)) {
      next.formula_row = below;
      next.header_end = below + 1;
    }
    blocks.push_back(std::move(next));
    row = blocks.back().header_end - 1;
  }
  blocks.back().end = grid.rows();
  for (std::size_t i = 0; i + 1 < blocks.size(); ++i) blocks[i].end = blocks[i + 1].begin;
  return blocks;
}

}  // namespace gouji::table
