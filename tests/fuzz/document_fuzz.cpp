// Any XML as body, styles, numbering, footnotes and header of a document: six pieces between zero bytes, the first
// being the whole main part where it is no body. What is read must fit together.
// SPDX-License-Identifier: Apache-2.0
#include "docx/read_docx.hpp"
#include "fuzz/fuzz.hpp"
#include "support/docx_builder.hpp"
#include "support/raw_zip.hpp"

namespace {

using gouji::docx::Document;
using gouji::fuzz::must;

void judge(const Document& document) {
  std::uint32_t end = 0;
  for (const gouji::docx::Paragraph& paragraph : document.paragraphs) {
    must(paragraph.begin <= paragraph.end && paragraph.begin >= end, "paragraphs follow each other");
    end = paragraph.end;
    must(paragraph.first_run <= paragraph.last_run && paragraph.last_run <= document.runs.size(), "runs exist");
    must(paragraph.story < document.stories.size(), "a paragraph has a story");
    if (paragraph.table == gouji::docx::kNone) continue;
    must(paragraph.table < document.tables.size(), "a paragraph's table exists");
    must(paragraph.cell < document.tables[paragraph.table].cells.size(), "a paragraph's cell exists");
  }
  must(end <= document.text.size(), "paragraphs end with the text");
  for (const gouji::docx::Run& run : document.runs)
    must(run.begin <= run.end && run.end <= document.text.size(), "run");
  for (const gouji::docx::Table& table : document.tables) {
    for (const gouji::docx::Cell& cell : table.cells) {
      must(cell.row < table.rows && cell.column < table.columns, "a cell stands in its table");
      must(cell.row + cell.row_span <= table.rows, "a cell ends in its table");
      must(cell.first_paragraph <= cell.last_paragraph && cell.last_paragraph <= document.paragraphs.size(), "cell");
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto pieces = gouji::fuzz::pieces_of(gouji::fuzz::view_of(data, size), 6);
  gouji::test::DocxBuilder builder;
  if (pieces[0].find("<w:body") != std::string_view::npos) builder.main_xml(std::string(pieces[0]));
  builder.body(std::string(pieces[0]));
  if (!pieces[1].empty()) builder.styles(std::string(pieces[1]));
  if (!pieces[2].empty()) builder.numbering(std::string(pieces[2]));
  if (!pieces[3].empty()) builder.footnotes(std::string(pieces[3]));
  if (!pieces[4].empty()) builder.header("rIdHeader", std::string(pieces[4]));
  if (!pieces[5].empty()) builder.comments(std::string(pieces[5]));
  const auto document = gouji::docx::read_docx(gouji::test::raw_zip(builder.entries()).bytes());
  if (document) judge(document.value());
  return 0;
}
