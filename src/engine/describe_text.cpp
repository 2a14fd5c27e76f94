// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "engine/describe.hpp"
#include "engine/document_text.hpp"

namespace gouji::engine {
namespace {

std::string place_of(const Reading& reading, const text::Passage& passage) {
  const docx::Document& document = reading.document;
  const docx::Paragraph& paragraph = document.paragraphs[passage.first_paragraph];
  std::string part = paragraph.story < document.stories.size() ? document.stories[paragraph.story].name : "";
  if (passage.in_table()) {
    const docx::Table& table = document.tables[passage.table];
    const docx::Cell& cell = table.cells[passage.cell];
    return fmt::format("{} 表{} 第{}行 第{}列", part, table.number, cell.row + 1, cell.column + 1);
  }
  return fmt::format("{} 第{}段", part, paragraph.number);
}

std::string one_line(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') {
      out += "⏎";
    } else {
      out += c == '\t' ? ' ' : c;
    }
  }
  return out;
}

}  // namespace

std::string describe_text(const Reading& reading) {
  std::string out;
  const std::vector<std::uint32_t> lines = lines_of(reading.text);
  for (std::size_t index = 0; index < lines.size(); ++index) {
    if (lines[index] == 0) continue;
    const text::Passage& passage = reading.text.passages[index];
    const std::string mark = passage.is_toc              ? "TOC"
                             : passage.heading_level > 0 ? fmt::format("H{}", passage.heading_level)
                                                         : "";
    out += fmt::format("{}\t{}\t{}{}\n", place_of(reading, passage), mark, passage.label, one_line(passage.text));
  }
  for (const Note& note : reading.document.notes) {
    out += fmt::format("# {} {} {}\n", note.code, note.where, note.message.zh);
  }
  return out;
}

}  // namespace gouji::engine
