// SPDX-License-Identifier: Apache-2.0
#include "judge/documents.hpp"

#include <iterator>
#include <utility>

namespace gouji::test {

std::vector<FidelityDocument> all_documents() {
  std::vector<FidelityDocument> all;
  for (auto part : {text_documents(), field_documents(), list_documents(), table_documents(), part_documents()}) {
    all.insert(all.end(), std::make_move_iterator(part.begin()), std::make_move_iterator(part.end()));
  }
  return all;
}

std::vector<std::string> lines_of(const docx::Document& document) {
  std::vector<std::string> lines;
  const auto told = [&](const docx::Paragraph& paragraph) {
    return paragraph.label + std::string(document.text_of(paragraph));
  };
  for (std::uint32_t i = 0; i < document.paragraphs.size(); ++i) {
    const docx::Paragraph& paragraph = document.paragraphs[i];
    const docx::Story& story = document.stories[paragraph.story];
    const std::string start = story.kind == docx::StoryKind::body ? "" : "[" + story.name + "] ";
    if (paragraph.table == docx::kNone) {
      lines.push_back(start + told(paragraph));
      continue;
    }
    const docx::Cell& cell = document.tables[paragraph.table].cells[paragraph.cell];
    if (cell.first_paragraph < i && document.paragraphs[i - 1].table == paragraph.table &&
        document.paragraphs[i - 1].cell == paragraph.cell) {
      lines.back() += "/" + told(paragraph);
      continue;
    }
    std::string place = std::to_string(cell.row + 1) + "," + std::to_string(cell.column + 1);
    if (cell.row_span > 1 || cell.column_span > 1) {
      place += "+" + std::to_string(cell.row_span) + "x" + std::to_string(cell.column_span);
    }
    lines.push_back(start + place + " " + told(paragraph));
  }
  return lines;
}

std::string run(const std::string& text, const std::string& properties) {
  return "<w:r><w:rPr>" + properties + "</w:rPr><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
}
std::string para(const std::string& inlines, const std::string& properties) {
  return "<w:p><w:pPr>" + properties + "</w:pPr>" + inlines + "</w:p>";
}
std::string cell(const std::string& text, const std::string& properties) {
  return "<w:tc><w:tcPr><w:tcW w:w=\"1500\" w:type=\"dxa\"/>" + properties + "</w:tcPr>" + para(run(text)) + "</w:tc>";
}
std::string row(const std::string& cells, const std::string& properties) {
  return "<w:tr><w:trPr>" + properties + "</w:trPr>" + cells + "</w:tr>";
}
std::string table(int columns, const std::string& rows) {
  std::string grid;
  for (int i = 0; i < columns; ++i) grid += "<w:gridCol w:w=\"1500\"/>";
  return "<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr><w:tblGrid>" + grid + "</w:tblGrid>" + rows +
         "</w:tbl>";
}

}  // namespace gouji::test
