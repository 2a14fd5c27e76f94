// SPDX-License-Identifier: Apache-2.0
#include "xlsx/sheet_layout.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace gouji::xlsx {
namespace {

/// One row of the sheet: its cells.
struct Line {
  std::uint32_t row = 0;
  std::vector<const SheetCell*> cells;

  [[nodiscard]] bool has_number() const {
    return std::any_of(cells.begin(), cells.end(), [](const SheetCell* cell) { return cell->is_number; });
  }
};

using Block = std::vector<Line>;

/// Rows with text, parted where a row between them is blank in the sheet (and not covered by a merged cell).
std::vector<Block> blocks_of(const Sheet& sheet) {
  std::vector<Block> blocks;
  std::uint32_t reach = 0;  // the last row that the block covers
  for (const SheetCell& cell : sheet.cells) {
    const auto hidden_between = [&] {
      const auto first = std::upper_bound(sheet.hidden_rows.begin(), sheet.hidden_rows.end(), reach);
      const auto last = std::lower_bound(sheet.hidden_rows.begin(), sheet.hidden_rows.end(), cell.row);
      return static_cast<std::uint32_t>(std::max<std::ptrdiff_t>(last - first, 0));
    };
    if (blocks.empty() || cell.row > reach + 1 + hidden_between()) blocks.emplace_back();
    Block& block = blocks.back();
    if (block.empty() || block.back().row != cell.row) block.push_back({cell.row, {}});
    block.back().cells.push_back(&cell);
    // a merged cell over blank rows holds a block together, but not over a whole sheet
    constexpr std::uint32_t kTallest = 200;
    reach = std::max(reach, cell.row + std::min(cell.row_span, kTallest) - 1);
  }
  return blocks;
}

std::size_t width_of(const Block& block) {
  std::size_t width = 0;
  for (const Line& line : block) width = std::max(width, line.cells.size());
  return width;
}

/// «编制单位：…», «金额单位：万元»: stands above the header, however narrow the table.
bool names_unit(const Line& line) {
  constexpr std::size_t kMostCells = 3;
  return line.cells.size() <= kMostCells &&
         std::any_of(line.cells.begin(), line.cells.end(), [](const SheetCell* cell) {
           return cell->text.find("单位：") != std::string::npos || cell->text.find("单位:") != std::string::npos;
         });
}

/// A title, the line with the unit, a note: far fewer cells than the table has, and no figures.
bool is_prose(const Line& line, std::size_t width) {
  const bool is_alone = line.cells.size() == 1 && (line.cells[0]->column_span > 1 || line.cells[0]->row_span == 1);
  const bool is_sparse = line.cells.size() <= 3 && line.cells.size() * 2 < width;
  return !line.has_number() && (is_alone || is_sparse || names_unit(line));
}

void add_prose(const Line& line, docx::DocumentBuilder& builder) {
  std::string text;
  for (const SheetCell* cell : line.cells) {
    if (!text.empty()) text += "　";
    text += cell->text;
  }
  builder.add_paragraph(text);
}

class TableMaker {
 public:
  TableMaker(const Block& block, std::size_t first, std::size_t last) : block_(block), first_(first), last_(last) {
    for (std::size_t i = first; i < last; ++i) {
      rows_.push_back(block[i].row);
      for (const SheetCell* cell : block[i].cells) columns_.insert(cell->column);
    }
  }

  [[nodiscard]] std::uint64_t places() const {
    return static_cast<std::uint64_t>(rows_.size()) * static_cast<std::uint64_t>(columns_.size());
  }

  void add(docx::DocumentBuilder& builder) const {
    const std::vector<std::uint32_t> columns(columns_.begin(), columns_.end());
    std::vector<std::vector<bool>> taken(rows_.size(), std::vector<bool>(columns.size(), false));
    std::vector<docx::CellText> cells;
    for (std::size_t i = first_; i < last_; ++i) {
      const std::size_t row = i - first_;
      const auto place = [&](std::uint32_t column) {
        return static_cast<std::size_t>(std::lower_bound(columns.begin(), columns.end(), column) - columns.begin());
      };
      std::vector<const SheetCell*> by_column(columns.size(), nullptr);
      for (const SheetCell* cell : block_[i].cells) by_column[place(cell->column)] = cell;
      for (std::size_t column = 0; column < columns.size(); ++column) {
        if (taken[row][column]) continue;
        docx::CellText out{static_cast<std::uint32_t>(row), static_cast<std::uint32_t>(column), 1, 1, {}, 0};
        if (const SheetCell* cell = by_column[column]; cell != nullptr) {
          out.text = cell->text;
          out.column_span = span(columns, column, cell->column + cell->column_span);
          out.row_span = span(rows_, row, cell->row + cell->row_span);
          out.column_span = free_columns(taken, row, column, out.column_span);
        }
        for (std::size_t r = row; r < row + out.row_span; ++r) {
          for (std::size_t c = column; c < column + out.column_span; ++c) taken[r][c] = true;
        }
        cells.push_back(out);
      }
    }
    docx::TableShape shape;
    shape.rows = static_cast<std::uint32_t>(rows_.size());
    shape.columns = static_cast<std::uint32_t>(columns.size());
    builder.add_table(shape, cells);
    docx::Table& table = builder.document().tables.back();
    table.sheet_rows = rows_;
    table.sheet_columns = columns;
  }

 private:
  /// How many of the kept numbers from `at` on lie before `end`.
  static std::uint32_t span(const std::vector<std::uint32_t>& numbers, std::size_t at, std::uint32_t end) {
    std::uint32_t count = 0;
    while (at + count < numbers.size() && numbers[at + count] < end) ++count;
    return std::max(count, 1u);
  }

  static std::uint32_t free_columns(const std::vector<std::vector<bool>>& taken, std::size_t row, std::size_t column,
                                    std::uint32_t wanted) {
    std::uint32_t count = 1;
    while (count < wanted && !taken[row][column + count]) ++count;
    return count;
  }

  const Block& block_;
  std::size_t first_;
  std::size_t last_;
  std::vector<std::uint32_t> rows_;
  std::set<std::uint32_t> columns_;
};

bool add_block(const Block& block, docx::DocumentBuilder& builder, std::uint64_t& most_cells) {
  const std::size_t width = width_of(block);
  std::size_t first = 0;
  std::size_t last = block.size();
  if (width > 1) {
    while (first < last && is_prose(block[first], width)) ++first;
    while (last > first && is_prose(block[last - 1], width)) --last;
  } else {
    first = last;
  }
  if (last - first < 2) first = last;  // one row is no table
  const std::size_t head = first == last ? block.size() : first;
  for (std::size_t i = 0; i < head; ++i) add_prose(block[i], builder);
  if (first == last) return true;
  const TableMaker table(block, first, last);
  const bool fits = table.places() <= most_cells;
  if (fits) {
    most_cells -= table.places();
    table.add(builder);
  }
  for (std::size_t i = last; i < block.size(); ++i) add_prose(block[i], builder);
  return fits;
}

}  // namespace

bool add_sheet(const Sheet& sheet, docx::DocumentBuilder& builder, std::uint64_t& most_cells) {
  bool is_whole = true;
  for (const Block& block : blocks_of(sheet)) is_whole = add_block(block, builder, most_cells) && is_whole;
  return is_whole;
}

}  // namespace gouji::xlsx
