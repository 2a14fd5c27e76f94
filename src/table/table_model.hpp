// What a table's rows and columns are for. In: Document, passages, facts. Out: units inherited into facts; roles that
// the table checks and cross-references stand on. A structure that contradicts itself is marked, never guessed.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/budget.hpp"
#include "facts/fact.hpp"

namespace gouji::table {

enum class RowRole { header, detail, group, of_which, subtotal, total, note, empty };
enum class ColumnRole { label, code, index, unit, money, count, rate, price, year, score, text, empty };

struct Row {
  RowRole role = RowRole::detail;
  std::string label;                   // cleaned text of its label cell
  int level = 0;                       // depth by code length, numbering (一、（一）1.) or indent; 0 = top
  std::string code;                    // 科目编码, digits only
  std::uint32_t parent = docx::kNone;  // row index
};

struct Column {
  ColumnRole role = ColumnRole::empty;
  std::string header;                          // texts of the header cells above, outermost first, joined by '/'
  std::vector<std::string> path;               // the same, one text each; a cell merged downwards counts once
  const lexicon::Unit* unit = nullptr;         // from the header cells
  std::uint32_t header_passage = docx::kNone;  // the header cell that declares the unit
  text::Span unit_span;                        // where in that passage
  std::uint32_t half = 0;                      // 0 = left, 1 = right half of a double table
  bool is_mixed = false;                       // 指标值, 完成值…: every cell has its own measure

  /// May its figures be added up?
  [[nodiscard]] bool is_amount() const { return role == ColumnRole::money || role == ColumnRole::count; }
};

/// One block of a table: rows under one header. A form with several headers gives several views of one table.
struct TableView {
  std::uint32_t table = 0;  // index in Document::tables
  std::string caption;
  const lexicon::Unit* unit = nullptr;  // 单位：万元 line above, in the title or below
  std::uint32_t unit_passage = docx::kNone;
  text::Span unit_span;
  std::uint32_t header_rows = 0;         // rows before the first that holds data: headers, titles, earlier blocks
  std::vector<Row> rows;                 // rows of other blocks: RowRole::note
  std::vector<std::vector<Row>> halves;  // the rows as each half labels them; halves[0] is rows
  std::vector<Column> columns;
  std::vector<std::vector<std::uint32_t>> cell;  // [row][column] -> index in Table::cells, kNone = no cell
  std::vector<std::vector<std::uint32_t>> fact;  // [row][column] -> the cell's only figure (index in facts), or kNone
  std::vector<std::string> formula;  // by column: what a row of column numbers says: "3=1+2"; empty when there is none
  bool continues = false;            // 续表: its first rows may belong to rows of the table before
  bool is_continued = false;         // its last rows may have parts, and its total more rows, in the table behind
  bool has_unit_column = false;      // 计量单位 stands in a column of its own
  std::string doubt;                 // why the structure is not trusted; empty = trusted
};

struct TableModel {
  std::vector<TableView> tables;  // one per Document::tables, then the further blocks of forms
};

/// One view for each table until the budget is spent. Builds the views and writes unit, label, table, row and column
/// into the facts of cells.
[[nodiscard]] TableModel read_tables(const docx::Document& document, const text::TextModel& model,
                                     const lexicon::Lexicon& lexicon, facts::FactTable& facts, const Budget& budget);

}  // namespace gouji::table
