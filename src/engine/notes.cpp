// SPDX-License-Identifier: Apache-2.0
#include "engine/notes.hpp"

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
    if (view.doubt == "oversize") {
      const std::string number = std::to_string(view.table + 1);
      notes.push_back(
          {"table-limit",
           {"表" + number + " 起累计格数超过上限，该表按文字读取，表内合计没有核对（--limit table-cells=… 可放宽）",
            "table " + number +
                " goes beyond the limit of table cells: it was read as text, its totals were not judged "
                "(--limit table-cells=…)"},
           "table " + number});
      continue;
    }
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

std::vector<Note> notes_on_text(const text::TextModel& text) {
  std::uint32_t count = 0;
  bool is_in_pieces = false;
  for (const text::Passage& passage : text.passages) {
    if (passage.is_later_piece && !is_in_pieces) ++count;
    is_in_pieces = passage.is_later_piece;
  }
  if (count == 0) return {};
  const std::string number = std::to_string(count);
  return {{"long-paragraph",
           {"有 " + number + " 个段落过长，分成几节核对；跨节的关系没有核对",
            number + " paragraph(s) are too long and were checked in pieces; relations across pieces were not judged"},
           {}}};
}

Note note_on_rules(const Error& reason, const std::vector<std::string>& rules) {
  const std::string number = std::to_string(rules.size());
  std::string names;
  for (const std::string& rule : rules) names += (names.empty() ? "" : ", ") + rule;
  return {reason.code,
          {reason.message.zh + "，有 " + number + " 条规则没有核对；" + reason.hint.zh,
           reason.message.en + ": " + number + " rule(s) were not run; " + reason.hint.en},
          names};
}

}  // namespace gouji::engine
