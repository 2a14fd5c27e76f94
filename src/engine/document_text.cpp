// SPDX-License-Identifier: Apache-2.0
#include "engine/document_text.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace gouji::engine {
namespace {

std::string story_name(const docx::Document& document, std::uint32_t story) {
  return story < document.stories.size() ? document.stories[story].name : "";
}

TextCell cell_of(const docx::Document& document, std::uint32_t table_index, std::uint32_t cell_index) {
  const docx::Table& table = document.tables[table_index];
  const docx::Cell& cell = table.cells[cell_index];
  TextCell out{cell.row + 1, cell.column + 1, cell.row_span, cell.column_span, {}, {}};
  bool is_first = true;
  for (std::uint32_t index = cell.first_paragraph; index < cell.last_paragraph; ++index) {
    const docx::Paragraph& paragraph = document.paragraphs[index];
    if (paragraph.table != table_index || paragraph.cell != cell_index) continue;
    if (!is_first) out.text += '\n';
    is_first = false;
    out.text += document.text_of(paragraph);
  }
  if (!table.sheet_rows.empty())
    out.name = docx::sheet_cell_name(table.sheet_rows[cell.row], table.sheet_columns[cell.column]);
  return out;
}

TextTable table_of(const docx::Document& document, std::uint32_t index) {
  const docx::Table& table = document.tables[index];
  TextTable out;
  out.part = story_name(document, table.story);
  out.number = table.number;
  out.rows = table.rows;
  out.columns = table.columns;
  out.header_rows = table.header_rows;
  if (table.parent_table != docx::kNone) {
    const docx::Table& parent = document.tables[table.parent_table];
    out.parent_table = parent.number;
    out.parent_row = parent.cells[table.parent_cell].row + 1;
    out.parent_column = parent.cells[table.parent_cell].column + 1;
  }
  out.cells.reserve(table.cells.size());
  for (std::uint32_t cell = 0; cell < table.cells.size(); ++cell) out.cells.push_back(cell_of(document, index, cell));
  return out;
}

/// Heading level of each paragraph, as the text stage sees it.
std::vector<int> heading_levels(const docx::Document& document, const text::TextModel& text) {
  std::vector<int> levels(document.paragraphs.size(), 0);
  for (const text::Passage& passage : text.passages) {
    if (!passage.in_table() && passage.first_paragraph < levels.size())
      levels[passage.first_paragraph] = passage.heading_level;
  }
  return levels;
}

}  // namespace

std::shared_ptr<const DocumentText> document_text(const docx::Document& document, const text::TextModel& text) {
  auto out = std::make_shared<DocumentText>();
  const std::vector<int> levels = heading_levels(document, text);
  std::vector<std::uint32_t> tables(document.tables.size());  // in the order in which they begin
  for (std::uint32_t index = 0; index < tables.size(); ++index) tables[index] = index;
  std::stable_sort(tables.begin(), tables.end(), [&](std::uint32_t a, std::uint32_t b) {
    return document.tables[a].before_paragraph < document.tables[b].before_paragraph;
  });
  std::size_t next = 0;
  for (std::uint32_t index = 0; index <= document.paragraphs.size(); ++index) {
    for (; next < tables.size() && document.tables[tables[next]].before_paragraph <= index; ++next)
      out->blocks.emplace_back(table_of(document, tables[next]));
    if (index == document.paragraphs.size() || document.paragraphs[index].table != docx::kNone) continue;
    const docx::Paragraph& paragraph = document.paragraphs[index];
    out->blocks.emplace_back(TextParagraph{story_name(document, paragraph.story), paragraph.number, paragraph.label,
                                           std::string(document.text_of(paragraph)), levels[index],
                                           paragraph.centered});
  }
  return out;
}

std::vector<std::uint32_t> lines_of(const text::TextModel& text) {
  std::vector<std::uint32_t> lines;
  lines.reserve(text.passages.size());
  std::uint32_t line = 0;
  for (const text::Passage& passage : text.passages)
    lines.push_back(passage.text.empty() && passage.label.empty() ? 0 : ++line);
  return lines;
}

}  // namespace gouji::engine
