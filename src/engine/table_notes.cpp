// SPDX-License-Identifier: Apache-2.0
#include "engine/table_notes.hpp"

#include <algorithm>
#include <set>
#include <string>

namespace gouji::engine {
namespace {

bool has_figures(const table::TableView& view) {
  return std::any_of(view.fact.begin(), view.fact.end(), [](const std::vector<std::uint32_t>& row) {
    return std::any_of(row.begin(), row.end(), [](std::uint32_t fact) { return fact != docx::kNone; });
  });
}

}  // namespace

std::vector<Note> notes_on_tables(const table::TableModel& tables) {
  std::vector<Note> notes;
  std::set<std::uint32_t> said;
  for (const table::TableView& view : tables.tables) {
    if (view.doubt.empty() || view.doubt == "empty" || !has_figures(view) || !said.insert(view.table).second) continue;
    const std::string number = std::to_string(view.table + 1);
    notes.push_back({"table-structure",
                     {"表" + number + "：表格结构无法确认（各行列数不一，或左右分栏过多），表内的合计没有核对",
                      "table " + number +
                          ": its structure is uncertain (rows of differing width, or too many halves); "
                          "its totals were not judged"},
                     "table " + number});
  }
  return notes;
}

}  // namespace gouji::engine
