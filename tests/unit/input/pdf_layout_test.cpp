// From what poppler's programs write (data/, kept from a real run; the glyphs of the SVG left out) to a Document.
// SPDX-License-Identifier: Apache-2.0
#include "input/pdf_layout.hpp"

#include <string>

#include "input/pdf_join.hpp"
#include "input/pdf_lines.hpp"
#include "support/catch.hpp"
#include "support/golden.hpp"

using namespace gouji::input;
using gouji::docx::Document;
using gouji::docx::kNone;

namespace {

std::string data(const char* name) {
  const auto text = gouji::test::read_text(std::string(GOUJI_SOURCE_DIR) + "/tests/unit/input/data/" + name);
  REQUIRE(text.has_value());
  return *text;
}

std::vector<PdfPage> stored_pages() {
  auto pages = parse_words(data("layout.words.html"));
  REQUIRE(pages.has_value());
  REQUIRE(parse_rules(data("layout.rules.svg"), *pages));
  return *pages;
}

/// Paragraphs outside tables of one story, a line each.
std::string story(const Document& document, const char* name) {
  std::string out;
  for (const auto& paragraph : document.paragraphs) {
    if (paragraph.table == kNone && document.stories[paragraph.story].name == name)
      out += std::string(document.text_of(paragraph)) + "\n";
  }
  return out;
}

const gouji::docx::Cell* cell_at(const gouji::docx::Table& table, std::uint32_t row, std::uint32_t column) {
  for (const auto& cell : table.cells) {
    if (cell.row == row && cell.column == column) return &cell;
  }
  return nullptr;
}

std::string text_at(const Document& document, std::size_t table, std::uint32_t row, std::uint32_t column) {
  const auto* cell = cell_at(document.tables[table], row, column);
  return cell == nullptr ? "none" : std::string(document.text_of(document.paragraphs[cell->first_paragraph]));
}

/// A line of characters 10 points wide and 13 high.
void put(PdfPage& page, double left, double top, const std::string& text) {
  double right = left;
  for (std::size_t at = 0; at < text.size(); at += static_cast<unsigned char>(text[at]) < 0x80 ? 1 : 3)
    right += static_cast<unsigned char>(text[at]) < 0x80 ? 5 : 10;
  page.words.push_back({left, top, right, top + 13, text});
}

PdfPage empty_page() {
  PdfPage page;
  page.width = 600;
  page.height = 800;
  return page;
}

void frame(PdfPage& page, std::vector<double> xs, std::vector<double> ys) {
  for (const double x : xs) page.vertical.push_back({x, ys.front(), ys.back()});
  for (const double y : ys) page.horizontal.push_back({y, xs.front(), xs.back()});
}

}  // namespace

TEST_CASE("input: a PDF page by page into paragraphs, furniture and one table") {
  const Document document = lay_out(stored_pages());
  CHECK(story(document, "document") ==
        "2023年度部门决算说明\n"
        "一、收入支出决算总体情况\n"
        "2023年度收入总计5720.71万元，与上年相比增加3862.90万元，增长207.93%，主要原因是本年度新增农田水利设施维修养护"
        "项目，按照县政府统一部署追加预算安排。\n"
        "（一）收入情况。本年收入合计1234.50万元，其中财政拨款收入1000.00万元，事业收入234.50万元。\n"
        "单位：万元\n"
        "二、其他说明\n"
        "本年度没有政府性基金预算财政拨款支出，也没有国有资本经营预算财政拨款支出。\n");
  CHECK(story(document, "header1") == "临河县财政局\n");
  CHECK(story(document, "footer1").empty());  // page numbers
  CHECK(document.paragraphs.front().centered);
  CHECK(document.paragraphs.front().page == 1);

  REQUIRE(document.tables.size() == 1);
  const auto& table = document.tables[0];
  CHECK(table.rows == 16);
  CHECK(table.columns == 4);
  CHECK(table.header_rows == 2);
  CHECK_FALSE(table.is_guessed);
  CHECK(text_at(document, 0, 0, 0) == "项目");
  CHECK(cell_at(table, 0, 0)->row_span == 2);
  CHECK(cell_at(table, 0, 1)->column_span == 2);
  CHECK(text_at(document, 0, 1, 2) == "调整后");
  CHECK(text_at(document, 0, 6, 0) == "农田水利设施维修养护资金第二批");
  CHECK(text_at(document, 0, 7, 0) == "项目己");
  CHECK(text_at(document, 0, 15, 3) == "1222.00");
  CHECK(document.paragraphs[cell_at(table, 15, 3)->first_paragraph].page == 2);
  REQUIRE(document.notes.size() == 1);
  CHECK(document.notes[0].code == "pdf-layout");
}

TEST_CASE("input: what is not poppler's output is refused") {
  CHECK_FALSE(parse_words("").has_value());
  CHECK_FALSE(parse_words("<doc><page>").has_value());
  CHECK_FALSE(parse_words("<doc><page width=\"nan\" height=\"1\"></page></doc>").has_value());
  const auto odd =
      parse_words("<doc><page width=\"9\" height=\"9\"><word xMin=\"nan\" yMin=\"1e999\">x</word></page></doc>");
  REQUIRE(odd.has_value());
  CHECK(odd->front().words.empty());
  std::vector<PdfPage> pages(1);
  CHECK_FALSE(parse_rules("junk <", pages));
  CHECK_FALSE(parse_rules("<html/>", pages));
  std::vector<PdfPage> three(3);
  CHECK_FALSE(parse_rules(data("layout.rules.svg"), three));
}

TEST_CASE("input: strokes, bars and boxes give lines; areas, white and curves do not") {
  std::vector<PdfPage> pages(1);
  REQUIRE(
      parse_rules("<svg><defs><path stroke=\"black\" d=\"M 0 0 L 90 0\"/></defs><g transform=\"matrix(1,0,0,1,5,0)\">"
                  "<path style=\"fill:none;stroke:rgb(0%,0%,0%)\" d=\"M 10 700 L 110 700\" "
                  "transform=\"matrix(1,0,0,-1,0,800)\"/>"
                  "<path fill=\"rgb(0%,0%,0%)\" d=\"M 10 200 L 11 200 L 11 300 L 10 300 Z\"/>"
                  "<path fill=\"rgb(90%,90%,90%)\" d=\"M 10 200 L 90 200 L 90 300 L 10 300 Z\"/>"
                  "<path stroke=\"rgb(100%,100%,100%)\" d=\"M 10 50 L 90 50\"/>"
                  "<path stroke=\"black\" d=\"M 10 60 C 20 60 30 60 40 60\"/>"
                  "<path stroke=\"black\" d=\"M 10 60 L 40 90\"/>"
                  "<image/></g></svg>",
                  pages));
  REQUIRE(pages[0].horizontal.size() == 1);
  CHECK(pages[0].horizontal[0].at == Approx(100));
  CHECK(pages[0].horizontal[0].from == Approx(15));
  REQUIRE(pages[0].vertical.size() == 1);
  CHECK(pages[0].vertical[0].at == Approx(15.5));
  CHECK(pages[0].has_picture);
}

TEST_CASE("input: lines are joined where they are full, and only there") {
  PdfPage page = empty_page();
  std::string han;
  for (int i = 0; i < 28; ++i) han += "预";
  double top = 100;
  const auto line = [&](double left, const std::string& text) {
    put(page, left, top, text);
    top += 20;
  };
  for (int i = 0; i < 4; ++i) {
    line(120, han);                // indented by two characters, to the right margin at 400
    line(100, "算" + han + "。");  // a full line that ends the sentence
  }
  line(100, "（一）尾");
  const Document document = lay_out({page});
  REQUIRE(document.paragraphs.size() == 5);
  CHECK(document.text_of(document.paragraphs[0]) == han + "算" + han + "。");
  CHECK(document.text_of(document.paragraphs[4]) == "（一）尾");
}

TEST_CASE("input: gaps between words are blanks only where they are seen") {
  PdfPage page = empty_page();
  put(page, 100, 100, "2024");
  put(page, 122, 100, "年度");
  put(page, 142, 100, "of");
  put(page, 156, 100, "GDP");
  put(page, 250, 100, "单位：万元");
  CHECK(story(lay_out({page}), "document") == "2024年度of GDP  单位：万元\n");
}

TEST_CASE("input: a word over a border is two cells; open sides are closed") {
  PdfPage page = empty_page();
  page.vertical = {{200, 100, 140}};
  page.horizontal = {{100, 100, 300}, {120, 100, 300}, {140, 100, 300}};
  put(page, 110, 103, "项目");
  put(page, 210, 103, "金额");
  put(page, 160, 123, "工程经费12.50");
  const Document document = lay_out({page});
  REQUIRE(document.tables.size() == 1);
  CHECK(document.tables[0].columns == 2);
  CHECK(text_at(document, 0, 1, 0) == "工程经费");
  CHECK(text_at(document, 0, 1, 1) == "12.50");
}

TEST_CASE("input: columns without lines are a guess, and said to be one") {
  PdfPage page = empty_page();
  for (int row = 0; row < 4; ++row) {
    put(page, 100, 100 + 20 * row, row == 0 ? "项目" : "甲项");
    put(page, 250, 100 + 20 * row, row == 0 ? "预算" : "1.00");
    put(page, 400, 100 + 20 * row, row == 0 ? "决算" : "2.00");
  }
  const Document document = lay_out({page});
  REQUIRE(document.tables.size() == 1);
  CHECK(document.tables[0].is_guessed);
  CHECK(document.tables[0].rows == 4);
  CHECK(text_at(document, 0, 3, 2) == "2.00");
  CHECK(document.notes[0].message.zh.find("推测") != std::string::npos);
}

TEST_CASE("input: a table goes on over a page; a row cut by the page end is one row") {
  PdfPage first = empty_page();
  frame(first, {100, 160, 300, 400}, {700, 720, 740});
  put(first, 102, 703, "编码");
  put(first, 170, 703, "名称");
  put(first, 310, 703, "金额");
  put(first, 105, 723, "207010");  // the cell is full: its seventh digit is on the next page
  put(first, 170, 723, "群众文化");
  put(first, 310, 723, "9.00");
  PdfPage second = empty_page();
  frame(second, {100, 160, 300, 400}, {90, 110, 130});
  put(second, 105, 93, "9000000000");
  put(second, 105, 113, "208");
  put(second, 170, 113, "社会保障");
  put(second, 310, 113, "5.00");
  const Document document = lay_out({first, second});
  REQUIRE(document.tables.size() == 1);
  CHECK(document.tables[0].rows == 3);
  CHECK(text_at(document, 0, 1, 0) == "2070109000000000");
  CHECK(text_at(document, 0, 2, 1) == "社会保障");
}

TEST_CASE("input: tables of other columns stay two") {
  PdfPage first = empty_page();
  frame(first, {100, 200, 300}, {700, 720});
  put(first, 110, 703, "甲");
  put(first, 210, 703, "1");
  PdfPage second = empty_page();
  frame(second, {100, 250, 300}, {90, 110});
  put(second, 110, 93, "乙");
  put(second, 260, 93, "2");
  CHECK(lay_out({first, second}).tables.size() == 2);
}

TEST_CASE("input: parts on two pages that do not fit are not judged") {
  PdfPage first = empty_page();
  frame(first, {100, 200, 300}, {700, 720});
  put(first, 110, 703, "甲");
  put(first, 210, 703, "1");
  PdfPage second = empty_page();
  frame(second, {100, 250, 300}, {90, 110});
  put(second, 110, 93, "合计");
  put(second, 260, 93, "2");
  const Document document = lay_out({first, second});
  REQUIRE(document.tables.size() == 2);
  CHECK(document.tables[0].is_guessed);
  CHECK(document.tables[1].is_guessed);
}

TEST_CASE("input: a cell merged over a page end is one cell; its neighbours keep their rows") {
  PdfPage first = empty_page();
  frame(first, {100, 160, 300, 400}, {660, 680, 700});
  first.horizontal[1].from = 160;  // 产出指标 spans both rows
  put(first, 105, 663, "产出指标");
  put(first, 170, 663, "甲");
  put(first, 310, 663, "1.00");
  put(first, 170, 683, "乙");
  put(first, 310, 683, "2.00");
  PdfPage second = empty_page();
  frame(second, {100, 160, 300, 400}, {90, 110, 130});
  put(second, 170, 93, "丙");
  put(second, 310, 93, "3.00");
  put(second, 105, 113, "效益指标");
  put(second, 170, 113, "丁");
  put(second, 310, 113, "4.00");
  const Document document = lay_out({first, second});
  REQUIRE(document.tables.size() == 1);
  CHECK(document.tables[0].rows == 4);
  CHECK(cell_at(document.tables[0], 0, 0)->row_span == 3);
  CHECK(text_at(document, 0, 3, 0) == "效益指标");
  CHECK(text_at(document, 0, 2, 2) == "3.00");
}

TEST_CASE("input: a header that stands at one height of every page is no text of the body") {
  std::vector<PdfPage> pages;
  for (int i = 0; i < 3; ++i) {
    PdfPage page = empty_page();
    put(page, 100, 40, "某某局2023年度绩效自评报告");
    put(page, 100, 200, i == 0 ? "一、概况" : i == 1 ? "二、资金" : "三、结论");
    put(page, 290, 770, "第" + std::to_string(i + 1) + "页");
    pages.push_back(page);
  }
  const Document document = lay_out(pages);
  CHECK(story(document, "document") == "一、概况\n二、资金\n三、结论\n");
  CHECK(story(document, "header1") == "某某局2023年度绩效自评报告\n");
}
