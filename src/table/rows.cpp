// SPDX-License-Identifier: Apache-2.0
#include "table/rows.hpp"

#include <algorithm>
#include <set>

#include "text/marker.hpp"

namespace gouji::table {
namespace {

class RowReader {
 public:
  RowReader(const Grid& grid, const Block& block, const Words& words, TableView& view, std::uint32_t half)
      : grid_(grid), block_(block), words_(words), view_(view) {
    for (std::uint32_t column = 0; column < view.columns.size(); ++column) {
      if (view.columns[column].half == half) columns_.push_back(column);
    }
  }

  std::vector<Row> run() {
    rows_.assign(grid_.rows(), {});
    raw_.assign(grid_.rows(), {});
    indent_.assign(grid_.rows(), 0);
    group_.assign(grid_.rows(), docx::kNone);
    for (std::uint32_t row = 0; row < grid_.rows(); ++row) {
      if (row < block_.header_end && row >= block_.begin) {
        rows_[row].role = RowRole::header;
      } else if (row < block_.begin || row >= block_.end) {
        rows_[row].role = RowRole::note;
      } else {
        read(row);
      }
    }
    for (const std::uint32_t row : block_.repeated) rows_[row].role = RowRole::header;
    if (!level_by_code() && !level_by_marker()) level_by_indent();
    set_parents();
    return std::move(rows_);
  }

 private:
  [[nodiscard]] bool is_data(std::uint32_t row) const {
    const RowRole role = rows_[row].role;
    return role != RowRole::header && role != RowRole::note && role != RowRole::empty;
  }

  void read(std::uint32_t row) {
    Row& out = rows_[row];
    bool has_figure = false;
    bool has_amount = false;
    for (const std::uint32_t column : columns_) {
      const ColumnRole role = view_.columns[column].role;
      if (grid_.kind(row, column) == CellKind::blank) continue;
      if (role == ColumnRole::label || role == ColumnRole::code || role == ColumnRole::index ||
          role == ColumnRole::text)
        continue;
      has_figure = has_figure || view_.fact[row][column] != docx::kNone;
      has_amount = has_amount || grid_.kind(row, column) != CellKind::blank;
    }
    std::uint32_t outer = docx::kNone;
    const std::uint32_t label_cell = label_cell_of(row, outer);
    if (label_cell != docx::kNone && outer != label_cell) group_[row] = outer;
    if (label_cell != docx::kNone) {
      raw_[row] = grid_.cell_text(label_cell);
      indent_[row] = grid_.info(label_cell).indent;
      out.label = clean_label(raw_[row], words_);
    }
    out.code = code_of(row);
    const std::string squeezed_raw = squeezed(raw_[row]);
    if (raw_[row].empty() && out.code.empty() && !has_amount) {
      out.role = RowRole::empty;
    } else if (words_.starts(words_.note, squeezed_raw) && !has_figure) {
      out.role = RowRole::note;
    } else if (words_.has(words_.subtotal, out.label)) {
      out.role = RowRole::subtotal;
    } else if (words_.is_total(out.label)) {
      out.role = RowRole::total;
    } else if (words_.starts(words_.of_which, squeezed_raw)) {
      out.role = RowRole::of_which;
    } else if (!has_amount) {
      out.role = RowRole::group;
    } else {
      out.role = RowRole::detail;
    }
  }

  /// The cell that names the row: the rightmost label under one merged header, else the leftmost.
  [[nodiscard]] std::uint32_t label_cell_of(std::uint32_t row, std::uint32_t& outer) const {
    std::uint32_t first = docx::kNone;
    std::uint32_t last = docx::kNone;
    std::uint32_t first_column = 0;
    std::uint32_t last_column = 0;
    std::uint32_t fallback = docx::kNone;
    for (const std::uint32_t column : columns_) {
      const ColumnRole role = view_.columns[column].role;
      if (role != ColumnRole::label && role != ColumnRole::code && role != ColumnRole::index &&
          role != ColumnRole::text) {
        if (view_.columns[column].is_amount() && first != docx::kNone) break;
        // 合计 may be merged over a 计量单位 column
        if (grid_.kind(row, column) != CellKind::text) continue;
      }
      const std::uint32_t cell = grid_.owner(row, column);
      if (cell == docx::kNone || grid_.info(cell).kind != CellKind::text) continue;
      if (role == ColumnRole::label) {
        if (first == docx::kNone) {
          first = cell;
          first_column = column;
        }
        last = cell;
        last_column = column;
      } else if (fallback == docx::kNone && !grid_.info(cell).is_digits) {
        fallback = cell;
      }
    }
    if (first == docx::kNone) return fallback;
    outer = first;
    const bool nested = last != first && (view_.columns[first_column].path == view_.columns[last_column].path ||
                                          grid_.table().cells[first].row_span > 1);
    return nested ? last : first;
  }

  [[nodiscard]] std::string code_of(std::uint32_t row) const {
    std::string code;
    for (const std::uint32_t column : columns_) {
      if (view_.columns[column].role != ColumnRole::code) continue;
      const std::uint32_t cell = grid_.owner(row, column);
      if (cell == docx::kNone || !grid_.info(cell).is_digits) continue;
      const std::string_view text = grid_.cell_text(cell);
      // 208 | 20805 | 2080501: every column has the whole code
      if (!code.empty() && text.size() > code.size() && text.substr(0, code.size()) == code) {
        code = text;
      } else {
        code += text;
      }
    }
    return code;
  }

  bool level_by_code() {
    std::set<std::size_t> lengths;
    std::uint32_t coded = 0;
    std::uint32_t data = 0;
    for (std::uint32_t row = 0; row < rows_.size(); ++row) {
      if (!is_data(row) || rows_[row].role == RowRole::total) continue;
      ++data;
      if (rows_[row].code.empty()) continue;
      ++coded;
      lengths.insert(rows_[row].code.size());
    }
    if (coded < 2 || coded * 2 < data || lengths.size() < 2) return false;
    for (Row& row : rows_) {
      if (row.code.empty()) continue;
      row.level = static_cast<int>(std::distance(lengths.begin(), lengths.find(row.code.size())));
    }
    return true;
  }

  bool level_by_marker() {
    std::vector<int> kind(rows_.size(), -1);
    std::set<int> kinds;
    for (std::uint32_t row = 0; row < rows_.size(); ++row) {
      if (!is_data(row) || rows_[row].role == RowRole::total) continue;
      auto marker = text::marker_at(raw_[row]);
      if (!marker) continue;
      kind[row] = static_cast<int>(marker->kind);
      kinds.insert(kind[row]);
    }
    if (kinds.empty()) return false;
    int last = -1;
    for (std::uint32_t row = 0; row < rows_.size(); ++row) {
      if (!is_data(row)) continue;
      if (kind[row] >= 0) {
        rows_[row].level = last = static_cast<int>(std::distance(kinds.begin(), kinds.find(kind[row])));
      } else if (rows_[row].role == RowRole::total || rows_[row].role == RowRole::subtotal) {
        last = -1;
      } else {
        rows_[row].level = last + 1;
      }
    }
    return true;
  }

  void level_by_indent() {
    std::set<int> indents;
    for (std::uint32_t row = 0; row < rows_.size(); ++row) {
      if (is_data(row) && rows_[row].role != RowRole::total && !raw_[row].empty()) indents.insert(indent_[row]);
    }
    if (indents.size() < 2 || indents.size() > 5) return;
    for (std::uint32_t row = 0; row < rows_.size(); ++row) {
      if (is_data(row) && rows_[row].role != RowRole::total && !raw_[row].empty()) {
        rows_[row].level = static_cast<int>(std::distance(indents.begin(), indents.find(indent_[row])));
      }
    }
  }

  void set_parents() {
    for (std::uint32_t row = 0; row < rows_.size(); ++row) {
      if (!is_data(row) || rows_[row].role == RowRole::total || rows_[row].level == 0) continue;
      for (std::uint32_t above = row; above-- > 0;) {
        if (group_[row] != docx::kNone && group_[above] != group_[row]) break;
        if (!is_data(above) || rows_[above].role == RowRole::total) continue;
        if (rows_[above].level >= rows_[row].level) continue;
        const bool coded = !rows_[row].code.empty() && !rows_[above].code.empty();
        if (!coded || rows_[row].code.compare(0, rows_[above].code.size(), rows_[above].code) == 0)
          rows_[row].parent = above;
        break;
      }
    }
  }

  const Grid& grid_;
  const Block& block_;
  const Words& words_;
  TableView& view_;
  std::vector<std::uint32_t> columns_;
  std::vector<Row> rows_;
  std::vector<std::string> raw_;
  std::vector<int> indent_;
  std::vector<std::uint32_t> group_;  // the label cell further left that the row stands beside
};

}  // namespace

void read_rows(const Grid& grid, const Block& block, const Words& words, TableView& view) {
  std::uint32_t halves = 1;
  for (const Column& column : view.columns) halves = std::max(halves, column.half + 1);
  view.halves.clear();
  for (std::uint32_t half = 0; half < halves; ++half)
    view.halves.push_back(RowReader(grid, block, words, view, half).run());
  view.rows = view.halves[0];
  // a row that only the right half fills is no empty row
  for (std::uint32_t row = 0; row < view.rows.size(); ++row) {
    for (std::uint32_t half = 1; half < halves && view.rows[row].role == RowRole::empty; ++half)
      view.rows[row] = view.halves[half][row];
  }
}

}  // namespace gouji::table
