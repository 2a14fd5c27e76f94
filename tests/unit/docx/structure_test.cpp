// Tables as grids, stories, styles, pages.
// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "docx/plain.hpp"
#include "docx/read_docx.hpp"
#include "support/catch.hpp"
#include "support/docx_builder.hpp"

using gouji::docx::Cell;
using gouji::docx::Document;
using gouji::docx::kNone;
using gouji::docx::read_docx;
using gouji::docx::Table;
using gouji::test::docx_from_plain;
using gouji::test::DocxBuilder;
using gouji::test::paragraph_xml;

namespace {

Document read(const DocxBuilder& builder) {
  auto document = read_docx(builder.bytes());
  REQUIRE(document);
  return std::move(document.value());
}

Document read_body(const std::string& xml) {
  DocxBuilder builder;
  return read(builder.body(xml));
}

std::string tc(const std::string& text, const std::string& properties = {}) {
  return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + paragraph_xml(text) + "</w:tc>";
}

/// "row,column rows×columns text" for each cell.
std::string grid_of(const Document& document, const Table& table) {
  std::string out;
  for (const Cell& cell : table.cells) {
    out += std::to_string(cell.row) + "," + std::to_string(cell.column) + " " + std::to_string(cell.row_span) + "x" +
           std::to_string(cell.column_span);
    for (std::uint32_t i = cell.first_paragraph; i < cell.last_paragraph; ++i) {
      out += " " + std::string(document.text_of(document.paragraphs[i]));
    }
    out += "\n";
  }
  return out;
}

}  // namespace

TEST_CASE("docx table: spans, merges, missing and deleted cells") {
  const Document document = read_body(
      "<w:tbl><w:tblPr/><w:tblGrid/>"
      "<w:tr><w:trPr><w:tblHeader/></w:trPr>" +
      tc("头", "<w:gridSpan w:val=\"2\"/>") + tc("并", "<w:vMerge w:val=\"restart\"/>") +
      "</w:tr>"
      "<w:tr>" +
      tc("a") + tc("b") + tc("", "<w:vMerge/>") +
      "</w:tr>"
      "<w:tr><w:trPr><w:gridBefore w:val=\"1\"/><w:gridAfter w:val=\"2\"/></w:trPr>" +
      tc("c") +
      "</w:tr>"
      "<w:tr><w:trPr><w:del/></w:trPr>" +
      tc("x") +
      "</w:tr>"
      "<w:tr><w:sdt><w:sdtContent>" +
      tc("d") + "</w:sdtContent></w:sdt>" + tc("e", "<w:cellDel/>") + tc("孤", "<w:vMerge/>") +
      "</w:tr>"
      "</w:tbl>");
  REQUIRE(document.tables.size() == 1);
  const Table& table = document.tables[0];
  CHECK(table.rows == 4);
  CHECK(table.columns == 4);
  CHECK(table.header_rows == 1);
  CHECK(grid_of(document, table) == "0,0 1x2 头\n0,2 2x1 并\n1,0 1x1 a\n1,1 1x1 b\n2,1 1x1 c\n3,0 1x1 d\n3,1 1x1 孤\n");
}

TEST_CASE("docx table: nested, in controls, numbers over the document") {
  const std::string inner = "<w:tbl><w:tr>" + tc("内") + "</w:tr></w:tbl>";
  const Document document =
      read_body(paragraph_xml("前") + "<w:sdt><w:sdtContent><w:tbl><w:tr><w:tc>" + paragraph_xml("外") + inner +
                "<w:p/></w:tc></w:tr></w:tbl></w:sdtContent></w:sdt>" + paragraph_xml("后") + inner);
  REQUIRE(document.tables.size() == 3);
  CHECK(document.tables[1].parent_table == 0);
  CHECK(document.tables[1].parent_cell == 0);
  CHECK(document.tables[2].parent_table == kNone);
  CHECK(document.tables[2].number == 3);
  CHECK(document.tables[0].before_paragraph == 1);
  CHECK(document.tables[0].after_paragraph == 4);
  CHECK(grid_of(document, document.tables[0]) == "0,0 1x1 外 内 \n");
  CHECK(document.paragraphs[2].table == 1);
  CHECK(document.paragraphs[3].table == 0);
  CHECK(document.paragraphs[4].number == 2);
  CHECK(document.paragraphs[4].table == kNone);
}

TEST_CASE("docx stories: headers, footers, notes, comments") {
  DocxBuilder builder;
  builder.header("h1", paragraph_xml("眉")).header("h2", paragraph_xml("首页")).header("h3", paragraph_xml("未用"));
  builder.footer("f1", paragraph_xml("脚"));
  builder.footnotes("<w:footnote w:id=\"-1\" w:type=\"separator\"><w:p/></w:footnote><w:footnote w:id=\"1\">" +
                    paragraph_xml("注一") + "</w:footnote><w:footnote w:id=\"2\">" + paragraph_xml("注二") +
                    "</w:footnote><w:footnote w:id=\"3\">" + paragraph_xml("已删") + "</w:footnote>");
  builder.endnotes("<w:endnote w:id=\"1\">" + paragraph_xml("尾") + "</w:endnote>");
  builder.comments("<w:comment w:id=\"1\">" + paragraph_xml("批") + "</w:comment>");
  builder.body(
      "<w:p><w:r><w:footnoteReference w:id=\"2\"/></w:r><w:r><w:footnoteReference w:id=\"1\"/></w:r><w:del><w:r>"
      "<w:footnoteReference w:id=\"3\"/></w:r></w:del><w:r><w:endnoteReference w:id=\"1\"/></w:r></w:p>"
      "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"h1\"/><w:headerReference w:type=\"first\" r:id=\"h2\"/>"
      "<w:headerReference w:type=\"even\" r:id=\"h3\"/>"
      "<w:footerReference w:type=\"default\" r:id=\"f1\"/><w:titlePg/></w:sectPr>");
  const Document document = read(builder);
  std::string all;
  for (const auto& paragraph : document.paragraphs) {
    all += document.stories[paragraph.story].name + std::to_string(paragraph.number) +
           std::string(document.text_of(paragraph)) + " ";
  }
  CHECK(all == "document1 footnotes1注二 footnotes2注一 endnotes1尾 header11首页 header21眉 footer11脚 comments1批 ");
}

TEST_CASE("docx styles: outline, contents, centred") {
  DocxBuilder builder;
  builder.styles(
      "<w:style w:type=\"paragraph\" w:styleId=\"a\"><w:name w:val=\"heading 2\"/></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"b\"><w:name w:val=\"own\"/><w:basedOn w:val=\"a\"/></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"c\"><w:name w:val=\"标题 1\"/>"
      "<w:pPr><w:jc w:val=\"center\"/></w:pPr></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"d\"><w:name w:val=\"toc 1\"/></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"e\"><w:basedOn w:val=\"f\"/></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"f\"><w:basedOn w:val=\"e\"/></w:style>");
  const auto p = [](const std::string& properties) { return paragraph_xml("x", properties); };
  builder.body(p("<w:pStyle w:val=\"b\"/>") + p("<w:pStyle w:val=\"c\"/>") + p("<w:pStyle w:val=\"d\"/>") +
               p("<w:pStyle w:val=\"a\"/><w:outlineLvl w:val=\"9\"/>") + p("<w:outlineLvl w:val=\"3\"/>") +
               p("<w:pStyle w:val=\"e\"/>"));
  const Document document = read(builder);
  CHECK(document.paragraphs[0].outline_level == 1);
  CHECK(document.paragraphs[1].outline_level == 0);
  CHECK(document.paragraphs[1].centered);
  CHECK(document.paragraphs[2].is_toc);
  CHECK(document.paragraphs[3].outline_level == -1);
  CHECK(document.paragraphs[4].outline_level == 3);
  CHECK(document.paragraphs[5].outline_level == -1);
}

TEST_CASE("docx pages: rendered breaks, else explicit ones, else unknown") {
  const std::string rendered =
      "<w:p><w:r><w:t>1</w:t></w:r></w:p><w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>"
      "<w:p><w:r><w:lastRenderedPageBreak/><w:t>2</w:t></w:r></w:p>";
  CHECK(read_body(rendered).paragraphs[2].page == 2);
  CHECK(read_body("<w:p/><w:p><w:r><w:br w:type=\"page\"/></w:r></w:p><w:p/>").paragraphs[2].page == 2);
  CHECK(read_body("<w:p/><w:p/>").paragraphs[1].page == 0);
}

TEST_CASE("docx notes: pictures, charts, scans") {
  const Document scan = read_body("<w:p><w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>");
  REQUIRE(scan.notes.size() == 1);
  CHECK(scan.notes[0].code == "image-only");
  const Document mixed = read_body("<w:p><w:r><w:t>x</w:t><w:drawing><a:blip/></w:drawing></w:r></w:p>");
  REQUIRE(mixed.notes.size() == 1);
  CHECK(mixed.notes[0].code == "unread-image");
}

TEST_CASE("plain text and the same text as .docx read alike") {
  const std::string text =
      "# 一、基本情况\n\n收入 120 万元\\n支出 & <100> 万元\n[header] 密级\n[footer] 页脚\n[footnote] 注\n[textbox] 框\n"
      "## （一）表\n| 项目 | < | 金额 |\n| 甲 | 乙 | ^ |\n|---|---|---|\n| 合计 | 1\\|2 | 3 |\n尾段\n";
  const Document plain = gouji::docx::read_plain(text);
  auto result = read_docx(docx_from_plain(text));
  REQUIRE(result);
  const Document& real = result.value();
  CHECK(plain.text == real.text);
  REQUIRE(plain.paragraphs.size() == real.paragraphs.size());
  for (std::size_t i = 0; i < plain.paragraphs.size(); ++i) {
    CHECK(plain.text_of(plain.paragraphs[i]) == real.text_of(real.paragraphs[i]));
    CHECK(plain.paragraphs[i].number == real.paragraphs[i].number);
    CHECK(plain.paragraphs[i].outline_level == real.paragraphs[i].outline_level);
    CHECK(plain.stories[plain.paragraphs[i].story].name == real.stories[real.paragraphs[i].story].name);
  }
  REQUIRE(plain.tables.size() == 1);
  REQUIRE(real.tables.size() == 1);
  CHECK(grid_of(plain, plain.tables[0]) == grid_of(real, real.tables[0]));
  CHECK(grid_of(plain, plain.tables[0]) ==
        "0,0 1x2 项目\n0,2 2x1 金额\n1,0 1x1 甲\n1,1 1x1 乙\n2,0 1x1 合计\n2,1 1x1 1|2\n2,2 1x1 3\n");
  CHECK(plain.tables[0].header_rows == 2);
  CHECK(real.tables[0].header_rows == 2);
  CHECK(plain.tables[0].after_paragraph == real.tables[0].after_paragraph);
}
