// Tables as grids: spans, vertical merges, missing cells, deleted rows and cells, tables in cells.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <utility>
#include <vector>

#include "docx/part_walk.hpp"

namespace gouji::docx {
namespace {

constexpr std::uint32_t kWidest = 16'384;  // grid columns; anything beyond is not a table for people

std::uint32_t span_of(const char* text, int least) {
  return static_cast<std::uint32_t>(std::clamp(to_int(text, least), least, 1'024));
}

}  // namespace

struct PartWalk::Grid {
  std::uint32_t table = 0;
  std::uint32_t row = 0;
  std::uint32_t column = 0;
  std::uint32_t columns = 0;
  bool headers_end = false;
  std::vector<std::uint32_t> above;  // per grid column: the cell that a vertical merge of this row would continue
  std::vector<std::uint32_t> here;   // the same for the row below
  std::uint32_t left = kNone;        // last cell of this row, for horizontal merges
};

void PartWalk::table(pugi::xml_node node) {
  if (open_) finish_paragraph();
  Document& document = state_.document;
  Grid grid;
  grid.table = static_cast<std::uint32_t>(document.tables.size());
  Table table;
  table.story = story_;
  table.number = grid.table + 1;
  table.parent_table = table_;
  table.parent_cell = cell_;
  table.before_paragraph = static_cast<std::uint32_t>(document.paragraphs.size());
  document.tables.push_back(std::move(table));

  const std::uint32_t outer_table = std::exchange(table_, grid.table);
  const std::uint32_t outer_cell = cell_;
  rows(node, grid);
  table_ = outer_table;
  cell_ = outer_cell;

  Table& done = document.tables[grid.table];
  done.rows = grid.row;
  done.columns = grid.columns;
  done.after_paragraph = static_cast<std::uint32_t>(document.paragraphs.size());
  if (grid.row == 0 && grid.table + 1 == document.tables.size()) document.tables.pop_back();  // deleted as a whole
}

void PartWalk::rows(pugi::xml_node parent, Grid& grid) {
  const Descent descent(*this);
  for (pugi::xml_node node = parent.first_child(); node && descent; node = node.next_sibling()) {
    if (state_.budget.is_spent()) return;
    switch (names_.tag(node)) {
      case Tag::tr: row(node, grid); break;
      case Tag::sdt: block_control(node, [&](pugi::xml_node control) { rows(control, grid); }); break;
      case Tag::sdt_content:
      case Tag::custom_xml:
      case Tag::ins:
      case Tag::move_to: rows(node, grid); break;
      case Tag::alternate_content: alternate(node, [&](pugi::xml_node branch) { rows(branch, grid); }); break;
      case Tag::comment_start:
      case Tag::comment_end: comment_mark(node); break;
      default: skip(node); break;
    }
  }
}

void PartWalk::row(pugi::xml_node node, Grid& grid) {
  const pugi::xml_node properties = child_of(node, "trPr");
  if (child_of(properties, "del") || is_on(child_of(properties, "hidden"))) return skip(node);
  Table& table = state_.document.tables[grid.table];
  if (is_on(child_of(properties, "tblHeader")) && !grid.headers_end) {
    ++table.header_rows;
  } else {
    grid.headers_end = true;
  }
  grid.column = span_of(child_value(properties, "gridBefore"), 0);
  grid.left = kNone;
  grid.here.assign(grid.above.size(), kNone);
  cells(node, grid);
  grid.columns =
      std::max(grid.columns, std::min(kWidest, grid.column + span_of(child_value(properties, "gridAfter"), 0)));
  grid.above.swap(grid.here);
  ++grid.row;
}

void PartWalk::cells(pugi::xml_node parent, Grid& grid) {
  const Descent descent(*this);
  for (pugi::xml_node node = parent.first_child(); node && descent; node = node.next_sibling()) {
    switch (names_.tag(node)) {
      case Tag::tc: cell(node, grid); break;
      case Tag::sdt: block_control(node, [&](pugi::xml_node control) { cells(control, grid); }); break;
      case Tag::sdt_content:
      case Tag::custom_xml:
      case Tag::ins:
      case Tag::move_to: cells(node, grid); break;
      case Tag::alternate_content: alternate(node, [&](pugi::xml_node branch) { cells(branch, grid); }); break;
      case Tag::comment_start:
      case Tag::comment_end: comment_mark(node); break;
      default: skip(node); break;
    }
  }
}

void PartWalk::cell(pugi::xml_node node, Grid& grid) {
  const pugi::xml_node properties = child_of(node, "tcPr");
  if (child_of(properties, "cellDel") || grid.column >= kWidest) return skip(node);
  std::vector<Cell>& cells = state_.document.tables[grid.table].cells;
  const std::uint32_t width = span_of(child_value(properties, "gridSpan"), 1);
  const std::uint32_t column = grid.column;
  grid.column += width;

  const auto continues = [&](const char* name) {
    const pugi::xml_node merge = child_of(properties, name);
    if (!merge) return false;
    const char* value = attribute_of(merge, "val");
    return value == nullptr || std::string_view(value) != "restart";
  };
  if (continues("hMerge") && grid.left != kNone) {
    cells[grid.left].column_span = grid.column - cells[grid.left].column;
    return skip(node);
  }
  if (grid.here.size() <= column) grid.here.resize(column + 1, kNone);
  // a tracked merge of cells counts as made
  const char* tracked = attribute_of(child_of(properties, "cellMerge"), "vMerge");
  const bool merges = continues("vMerge") || (tracked != nullptr && std::string_view(tracked) == "cont");
  if (merges && column < grid.above.size() && grid.above[column] != kNone) {
    const std::uint32_t origin = grid.above[column];
    cells[origin].row_span = grid.row - cells[origin].row + 1;
    grid.here[column] = origin;
    grid.left = origin;
    return skip(node);
  }
  const auto index = static_cast<std::uint32_t>(cells.size());
  Cell fresh;
  fresh.row = grid.row;
  fresh.column = column;
  fresh.column_span = width;
  fresh.first_paragraph = static_cast<std::uint32_t>(state_.document.paragraphs.size());
  cells.push_back(fresh);
  grid.left = index;
  if (child_of(properties, "vMerge") || tracked != nullptr) grid.here[column] = index;

  table_ = grid.table;
  cell_ = index;
  blocks(node);
  if (open_) finish_paragraph();
  // A nested table may have grown the list of tables: find the cell anew.
  state_.document.tables[grid.table].cells[index].last_paragraph =
      static_cast<std::uint32_t>(state_.document.paragraphs.size());
}

}  // namespace gouji::docx
