// Table by table: grid, blocks, unit, columns, rows; then units are passed on to the figures.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "table/blocks.hpp"
#include "table/columns.hpp"
#include "table/grid.hpp"
#include "table/inherit.hpp"
#include "table/rows.hpp"
#include "table/table_model.hpp"
#include "table/words.hpp"

namespace gouji::table {
namespace {

class Reader {
 public:
  Reader(const docx::Document& document, const text::TextModel& model, const Words& words, facts::FactTable& facts,
         const Budget& budget)
      : document_(document), model_(model), words_(words), facts_(facts), budget_(budget) {}

  TableModel run() {
    const auto count = static_cast<std::uint32_t>(document_.tables.size());
    std::vector<TableView> further;
    GridAllowance allowance(budget_.limits());
    for (std::uint32_t index = 0; index < count; ++index) {
      const TableView* previous = index > 0 ? &out_.tables[index - 1] : nullptr;
      if (budget_.is_spent()) break;
      const docx::Table& source = document_.tables[index];
      const bool is_oversize = !allowance.covers(source);
      if (source.rows == 0 || source.columns == 0 || is_oversize || index >= model_.cell_passage.size()) {
        TableView view;
        view.table = index;
        view.doubt = is_oversize ? "oversize" : "empty";
        view.halves.emplace_back();
        out_.tables.push_back(std::move(view));
        continue;
      }
      const Grid grid(document_, model_, index, facts_);
      const std::vector<Block> blocks = find_blocks(grid, words_);
      out_.tables.reserve(count);  // `previous` points into it
      for (std::size_t i = 0; i < blocks.size(); ++i) {
        TableView view = read_block(grid, blocks[i], index, previous);
        if (i == 0) {
          if (view.continues && index > 0) out_.tables[index - 1].is_continued = true;
          out_.tables.push_back(std::move(view));
        } else {
          further.push_back(std::move(view));
        }
      }
    }
    for (TableView& view : further) out_.tables.push_back(std::move(view));
    return std::move(out_);
  }

 private:
  TableView read_block(const Grid& grid, const Block& block, std::uint32_t index, const TableView* previous) {
    TableView view;
    view.table = index;
    view.header_rows = block.header_end;
    find_table_unit(model_, grid, words_, {block.begin, block.header_begin}, previous, view);
    view.cell.assign(grid.rows(), std::vector<std::uint32_t>(grid.columns(), docx::kNone));
    view.fact.assign(grid.rows(), std::vector<std::uint32_t>(grid.columns(), docx::kNone));
    for (std::uint32_t row = 0; row < grid.rows(); ++row) {
      for (std::uint32_t column = 0; column < grid.columns(); ++column) {
        const std::uint32_t cell = grid.owner(row, column);
        view.cell[row][column] = cell;
        if (cell == docx::kNone || !grid.is_origin(row, column) || row < block.header_end || row >= block.end) continue;
        if (grid.info(cell).kind == CellKind::figure) view.fact[row][column] = grid.info(cell).fact;
      }
    }
    const bool money_table = view.unit != nullptr && view.unit->kind == lexicon::UnitKind::money;
    read_columns(grid, block, words_, money_table, view);
    // a continued table without a header of its own has the columns of the table before it
    const bool bare = block.header_begin == block.header_end;
    if (bare && previous != nullptr && previous->columns.size() == view.columns.size() && view.unit == previous->unit) {
      for (std::size_t column = 0; column < view.columns.size(); ++column) {
        const bool is_named =
            view.columns[column].role == ColumnRole::label || view.columns[column].role == ColumnRole::code;
        if (!is_named && previous->columns[column].is_amount()) view.columns[column] = previous->columns[column];
      }
    }
    read_rows(grid, block, words_, view);
    for (const Column& column : view.columns) {
      if (column.half > 3) view.doubt = "columns";
    }
    if (has_short_row(grid, block, view) || document_.tables[index].is_guessed) view.doubt = "columns";
    mend_kinds(model_, words_, view, facts_);
    pass_on_units(grid, words_, view, facts_);
    drop_names(view);
    return view;
  }

  /// A row with figures that ends before the others do: which columns its figures belong to is not known.
  static bool has_short_row(const Grid& grid, const Block& block, const TableView& view) {
    const std::uint32_t last = grid.columns() - 1;
    std::uint32_t whole = 0;
    std::uint32_t cut = 0;
    for (std::uint32_t row = block.header_end; row < block.end; ++row) {
      const bool has_figure = std::any_of(view.fact[row].begin(), view.fact[row].end(),
                                          [](std::uint32_t fact) { return fact != docx::kNone; });
      if (has_figure) ++(grid.owner(row, last) == docx::kNone ? cut : whole);
    }
    return cut > 0 && whole > cut;
  }

  /// Figures in naming columns are no figures of the row.
  static void drop_names(TableView& view) {
    for (auto& row : view.fact) {
      for (std::size_t column = 0; column < row.size(); ++column) {
        const ColumnRole role = view.columns[column].role;
        if (role == ColumnRole::code || role == ColumnRole::index || role == ColumnRole::label)
          row[column] = docx::kNone;
      }
    }
  }

  const docx::Document& document_;
  const text::TextModel& model_;
  const Words& words_;
  facts::FactTable& facts_;
  const Budget& budget_;
  TableModel out_;
};

}  // namespace

TableModel read_tables(const docx::Document& document, const text::TextModel& model, const lexicon::Lexicon& lexicon,
                       facts::FactTable& facts, const Budget& budget) {
  const Words words(lexicon);
  return Reader(document, model, words, facts, budget).run();
}

}  // namespace gouji::table
