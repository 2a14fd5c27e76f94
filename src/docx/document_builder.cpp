// SPDX-License-Identifier: Apache-2.0
#include "docx/document_builder.hpp"

#include <utility>

namespace gouji::docx {

void DocumentBuilder::begin_story(StoryKind kind, std::string name) {
  document_.stories.push_back({kind, std::move(name), {}});
  number_ = 0;
}

Paragraph& DocumentBuilder::append(std::string_view text, std::uint32_t table, std::uint32_t cell) {
  Paragraph paragraph;
  paragraph.begin = static_cast<std::uint32_t>(document_.text.size());
  document_.text += text;
  paragraph.end = static_cast<std::uint32_t>(document_.text.size());
  paragraph.first_run = static_cast<std::uint32_t>(document_.runs.size());
  if (!text.empty()) document_.runs.push_back({paragraph.begin, paragraph.end, kNone, 0});
  paragraph.last_run = static_cast<std::uint32_t>(document_.runs.size());
  paragraph.story = static_cast<std::uint32_t>(document_.stories.size() - 1);
  paragraph.number = table == kNone ? ++number_ : kNone;
  paragraph.table = table;
  paragraph.cell = cell;
  paragraph.source_index = static_cast<std::uint32_t>(document_.paragraphs.size());
  document_.paragraphs.push_back(std::move(paragraph));
  return document_.paragraphs.back();
}

Paragraph& DocumentBuilder::add_paragraph(std::string_view text) { return append(text, kNone, kNone); }

void DocumentBuilder::add_table(const TableShape& shape, const std::vector<CellText>& cells) {
  const auto next = [&] { return static_cast<std::uint32_t>(document_.paragraphs.size()); };
  const auto index = static_cast<std::uint32_t>(document_.tables.size());
  Table table;
  table.rows = shape.rows;
  table.columns = shape.columns;
  table.header_rows = shape.header_rows;
  table.is_guessed = shape.is_guessed;
  table.story = static_cast<std::uint32_t>(document_.stories.size() - 1);
  table.number = index + 1;
  table.before_paragraph = next();
  for (const CellText& from : cells) {
    Cell cell{from.row, from.column, from.row_span, from.column_span, next(), next()};
    const auto owner = static_cast<std::uint32_t>(table.cells.size());
    std::string_view rest = from.text;
    for (bool more = true; more;) {
      const std::size_t end = rest.find('\n');
      more = end != std::string_view::npos;
      append(rest.substr(0, end), index, owner).page = from.page;
      if (more) rest.remove_prefix(end + 1);
    }
    cell.last_paragraph = next();
    table.cells.push_back(cell);
  }
  table.after_paragraph = next();
  document_.tables.push_back(std::move(table));
}

}  // namespace gouji::docx
