// SPDX-License-Identifier: Apache-2.0
#include "input/pdf_join.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace gouji::input {
namespace {

constexpr double kSameEdge = 3.0;

bool has_same_columns(const PdfTable& a, const PdfTable& b) {
  return a.edges.size() == b.edges.size() &&
         std::equal(a.edges.begin(), a.edges.end(), b.edges.begin(),
                    [](double x, double y) { return std::abs(x - y) <= kSameEdge; });
}

std::vector<const PdfCell*> row_of(const PdfTable& table, std::uint32_t row) {
  std::vector<const PdfCell*> cells;
  for (const PdfCell& cell : table.cells) {
    if (cell.row > row) break;
    if (cell.row == row) cells.push_back(&cell);
  }
  return cells;
}

std::string bare(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c != ' ' && c != '\n') out += c;
  }
  return out;
}

bool is_same_row(const PdfTable& a, const PdfTable& b, std::uint32_t row) {
  const auto left = row_of(a, row);
  const auto right = row_of(b, row);
  return left.size() == right.size() &&
         std::equal(left.begin(), left.end(), right.begin(), [](const PdfCell* x, const PdfCell* y) {
           return x->column == y->column && x->row_span == y->row_span && bare(x->text) == bare(y->text);
         });
}

/// Rows at the top of `next` that repeat those of `table`. An empty row repeats nothing.
std::uint32_t repeated_rows(const PdfTable& table, const PdfTable& next) {
  std::uint32_t rows = 0;
  bool has_text = false;
  while (rows < table.rows && rows < next.rows && is_same_row(table, next, rows)) {
    for (const PdfCell* cell : row_of(next, rows)) has_text = has_text || !cell->text.empty();
    ++rows;
  }
  return has_text && rows < next.rows ? rows : 0;
}

bool is_figure(const std::string& text) { return text.find_first_not_of("0123456789.,-% \n") == std::string::npos; }

PdfCell* cell_that_reaches(PdfTable& table, std::uint32_t column) {
  for (auto cell = table.cells.rbegin(); cell != table.cells.rend(); ++cell) {
    if (cell->row + cell->row_span == table.rows && cell->column == column) return &*cell;
  }
  return nullptr;
}

/// The text of `above` may go on in `cell`: its last line has no room for what comes.
bool is_full(const PdfCell& above, const PdfCell& cell) { return above.room < 1.6 * cell.opening; }

/// A row that the page end cut through: it says nothing in some columns, and where it says something the line above is
/// full; or its first cell is empty and it has no figures.
bool is_cut_row(PdfTable& table, const PdfTable& next, std::uint32_t row) {
  bool has_gap = false;
  bool has_text = false;
  bool is_wrapped = true;
  bool has_figure = false;
  const auto cells = row_of(next, row);
  for (const PdfCell* cell : cells) {
    const PdfCell* above = cell_that_reaches(table, cell->column);
    if (above == nullptr || above->column_span != cell->column_span) return false;
    if (cell->text.empty()) {
      has_gap = has_gap || !above->text.empty();
      continue;
    }
    if (above->text.empty()) return false;
    has_text = true;
    is_wrapped = is_wrapped && is_full(*above, *cell);
    has_figure = has_figure || is_figure(cell->text);
  }
  return has_gap && has_text && (is_wrapped || (cells.front()->text.empty() && !has_figure));
}

/// A cell merged over rows that the page end cut: its second half is empty.
bool goes_on(const PdfCell& above, const PdfCell& cell) {
  const bool is_merged = above.row_span > 1 || cell.row_span > 1;
  return is_merged && above.column_span == cell.column_span && cell.text.empty() && !above.text.empty() &&
         !is_figure(above.text);
}

}  // namespace

bool has_same_sides(const PdfTable& a, const PdfTable& b) {
  return std::abs(a.edges.front() - b.edges.front()) <= kSameEdge &&
         std::abs(a.edges.back() - b.edges.back()) <= kSameEdge;
}

bool join_tables(PdfTable& table, PdfTable& next) {
  if (!has_same_columns(table, next) || table.is_guessed != next.is_guessed) return false;
  std::uint32_t from = repeated_rows(table, next);
  if (from > 0) table.header_rows = std::max(table.header_rows, from);
  if (from < next.rows && is_cut_row(table, next, from)) {
    std::vector<std::pair<PdfCell*, std::uint32_t>> reach;
    for (const PdfCell& cell : next.cells) {
      if (cell.row != from) continue;
      PdfCell* above = cell_that_reaches(table, cell.column);
      join_text(above->text, cell.text);
      if (!cell.text.empty()) above->room = cell.room;
      reach.emplace_back(above, cell.row_span - 1);
    }
    for (const auto& [cell, rows] : reach) cell->row_span += rows;
    ++from;
  }
  const std::uint32_t rows = table.rows;
  for (PdfCell& cell : next.cells) {
    if (cell.row < from) continue;
    if (cell.row == from && rows > 0) {
      PdfCell* above = cell_that_reaches(table, cell.column);
      if (above != nullptr && above->row + above->row_span == rows && goes_on(*above, cell)) {
        above->row_span += cell.row_span;
        continue;
      }
    }
    cell.row = cell.row - from + rows;
    table.cells.push_back(std::move(cell));
  }
  table.rows = rows + next.rows - from;
  table.bottom = next.bottom;
  table.page = next.page;
  return true;
}

}  // namespace gouji::input
