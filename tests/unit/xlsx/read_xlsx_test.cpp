// Whole workbooks, made part by part: what is a title, what a table, what is not read, and where a cell is.
// SPDX-License-Identifier: Apache-2.0
#include "xlsx/read_xlsx.hpp"

#include "gouji/engine.hpp"
#include "support/catch.hpp"
#include "support/docx_builder.hpp"
#include "support/engine.hpp"
#include "support/golden.hpp"

using gouji::Budget;
using gouji::Limits;
using gouji::docx::Document;

namespace {

constexpr const char* kMain = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr const char* kStrict = "http://purl.oclc.org/ooxml/spreadsheetml/main";

struct SheetXml {
  std::string name;
  std::string xml;  // inside worksheet
  std::string attributes{};
};

std::string workbook(const std::vector<SheetXml>& sheets, const std::string& styles = {}, bool strict = false) {
  const std::string space = strict ? kStrict : kMain;
  const std::string relations = strict ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
                                       : "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const std::string package = "http://schemas.openxmlformats.org/package/2006/";
  std::string list;
  std::string targets;
  std::vector<std::pair<std::string, std::string>> parts;
  for (const SheetXml& sheet : sheets) {
    const std::string id = "s" + std::to_string(parts.size());
    list += "<sheet name=\"" + sheet.name + "\" sheetId=\"1\" r:id=\"" + id + "\" " + sheet.attributes + "/>";
    targets += "<Relationship Id=\"" + id + "\" Type=\"" + relations + "/worksheet\" Target=\"" + id + ".xml\"/>";
    parts.emplace_back("xl/" + id + ".xml", "<worksheet xmlns=\"" + space + "\">" + sheet.xml + "</worksheet>");
  }
  targets += "<Relationship Id=\"st\" Type=\"" + relations + "/styles\" Target=\"styles.xml\"/>";
  targets += "<Relationship Id=\"ss\" Type=\"" + relations + "/sharedStrings\" Target=\"strings.xml\"/>";
  parts.emplace_back("xl/styles.xml", "<styleSheet xmlns=\"" + space + "\">" + styles + "</styleSheet>");
  parts.emplace_back("xl/strings.xml", "<sst xmlns=\"" + space +
                                           "\"><si><t>合计</t></si><si><r><t>人员</t></r><r><t>经费</t></r>"
                                           "<rPh><t>ren yuan</t></rPh></si></sst>");
  parts.emplace_back("xl/workbook.xml", "<workbook xmlns=\"" + space + "\" xmlns:r=\"" + relations + "\"><sheets>" +
                                            list + "</sheets></workbook>");
  parts.emplace_back("xl/_rels/workbook.xml.rels",
                     "<Relationships xmlns=\"" + package + "relationships\">" + targets + "</Relationships>");
  parts.emplace_back("_rels/.rels", "<Relationships xmlns=\"" + package +
                                        "relationships\"><Relationship Id=\"m\" Type=\"" + relations +
                                        "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
  parts.emplace_back(
      "[Content_Types].xml",
      "<Types xmlns=\"" + package +
          "content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override "
          "PartName=\"/xl/workbook.xml\" "
          "ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>");
  return gouji::test::zip_bytes(parts);
}

std::string text(const std::string& name, const std::string& value) {
  return "<c r=\"" + name + "\" t=\"inlineStr\"><is><t>" + value + "</t></is></c>";
}

std::string figure(const std::string& name, const std::string& value, int style = 0) {
  return "<c r=\"" + name + "\" s=\"" + std::to_string(style) + "\"><v>" + value + "</v></c>";
}

std::string row(const std::string& cells, const std::string& attributes = {}) {
  return "<row " + attributes + ">" + cells + "</row>";
}

constexpr const char* kMoney =
    "<numFmts><numFmt numFmtId=\"170\" formatCode=\"#,##0.00\"/></numFmts>"
    "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/></cellXfs>";

/// Title over the width, a line with the unit, header, two rows and a total, a note.
std::string accounts(const std::string& total) {
  return "<sheetData>" + row(text("B2", "收支决算表"), "r=\"2\"") +
         row(text("B3", "编制单位：临溪县文化馆") + text("D3", "单位：万元"), "r=\"3\"") +
         row(text("B4", "项目") + text("C4", "预算数") + text("D4", "决算数"), "r=\"4\"") +
         row("<c r=\"B5\" t=\"s\"><v>1</v></c>" + figure("C5", "1205.3", 1) + figure("D5", "1182.3999999999999", 1),
             "r=\"5\"") +
         row(text("B6", "公用经费") + figure("C6", "803.1", 1) + figure("D6", "798.8", 1), "r=\"6\"") +
         row("<c r=\"B7\" t=\"s\"><v>0</v></c>" + figure("C7", "2008.4", 1) + figure("D7", total, 1), "r=\"7\"") +
         row(text("B8", "注：本表不含上级补助。"), "r=\"8\"") +
         "</sheetData><mergeCells><mergeCell ref=\"B2:D2\"/></mergeCells>";
}

Document read(const std::string& bytes) {
  const Budget budget{Limits()};
  auto document = gouji::xlsx::read_xlsx(bytes, budget);
  REQUIRE(document);
  return std::move(document.value());
}

std::string lines(const Document& document) {
  std::string out;
  for (const auto& paragraph : document.paragraphs) {
    if (paragraph.table == gouji::docx::kNone) out += std::string(document.text_of(paragraph)) + "\n";
  }
  return out;
}

std::string at(const Document& document, std::size_t table, std::uint32_t row, std::uint32_t column) {
  for (const auto& cell : document.tables[table].cells) {
    if (cell.row == row && cell.column == column)
      return std::string(document.text_of(document.paragraphs[cell.first_paragraph]));
  }
  return "(none)";
}

bool has_note(const Document& document, std::string_view code) {
  return std::any_of(document.notes.begin(), document.notes.end(), [&](const auto& note) { return note.code == code; });
}

}  // namespace

TEST_CASE("titles and notes are paragraphs, the rest is a table that knows its sheet") {
  for (const bool strict : {false, true}) {
    const Document document = read(workbook({{"收支表", accounts("1981.2")}}, kMoney, strict));
    CHECK(lines(document) == "收支决算表\n编制单位：临溪县文化馆　单位：万元\n注：本表不含上级补助。\n");
    REQUIRE(document.tables.size() == 1);
    CHECK(document.tables[0].rows == 4);
    CHECK(document.tables[0].columns == 3);
    CHECK(at(document, 0, 1, 0) == "人员经费");
    CHECK(at(document, 0, 1, 2) == "1,182.40");
    CHECK(document.tables[0].sheet_rows == std::vector<std::uint32_t>{4, 5, 6, 7});
    CHECK(document.tables[0].sheet_columns == std::vector<std::uint32_t>{2, 3, 4});
    CHECK(document.stories[0].name == "sheet:收支表");
  }
}

TEST_CASE("a wrong total in a sheet is found at its cell, a right one is not") {
  const gouji::Engine& engine = gouji::test::shared_engine();
  const auto wrong = engine.check_bytes("a.xlsx", workbook({{"收支表", accounts("1982.2")}}, kMoney));
  REQUIRE(wrong.findings.size() == 1);
  CHECK(wrong.findings[0].rule == "total/table-column");
  CHECK(wrong.findings[0].evidence[0].place.cell == "D7");
  CHECK(wrong.findings[0].evidence[0].place.part == "sheet:收支表");
  CHECK(wrong.findings[0].evidence[0].quote == "1,982.20");
  CHECK(engine.check_bytes("a.xlsx", workbook({{"收支表", accounts("1981.2")}}, kMoney)).findings.empty());
}

TEST_CASE("what a reader does not see is left out and noted") {
  const std::string hidden =
      "<cols><col min=\"3\" max=\"3\" hidden=\"1\"/></cols><sheetData>" +
      row(text("A1", "项目") + text("B1", "金额") + text("C1", "底稿"), "r=\"1\"") +
      row(text("A2", "甲") + figure("B2", "1") + figure("C2", "7"), "r=\"2\"") +
      row(text("A3", "乙") + figure("B3", "2"), "r=\"3\" hidden=\"1\"") +
      row(text("A4", "丙") + figure("B4", "3") + "<c r=\"C4\"><f>A1</f></c>", "r=\"4\"") +
      row(text("A5", "丁") + "<c r=\"B5\" t=\"e\"><v>#DIV/0!</v></c><c r=\"D5\"><f>1+1</f></c>", "r=\"5\"") +
      "</sheetData>";
  const Document document = read(workbook({{"表", hidden}, {"底稿", hidden, "state=\"veryHidden\""}}));
  REQUIRE(document.tables.size() == 1);
  CHECK(document.tables[0].rows == 4);
  CHECK(document.tables[0].columns == 2);
  CHECK(at(document, 0, 3, 1) == "#DIV/0!");
  for (const char* code : {"hidden-sheet", "hidden-cells", "uncalculated", "cell-errors"})
    CHECK(has_note(document, code));
}

TEST_CASE("merged headers span what is kept, cells without names follow each other") {
  const std::string xml =
      "<sheetData><row><c t=\"inlineStr\"><is><t>科目</t></is></c><c t=\"inlineStr\"><is><t>本年</t></is></c></row>"
      "<row><c/><c t=\"inlineStr\"><is><t>预算</t></is></c><c t=\"inlineStr\"><is><t>决算</t></is></c></row>"
      "<row><c t=\"inlineStr\"><is><t>甲</t></is></c><c><v>1</v></c><c><v>2</v></c></row></sheetData>"
      "<mergeCells><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B1:C1\"/><mergeCell ref=\"B1:ZZZZ9\"/></mergeCells>";
  const Document document = read(workbook({{"表", xml}}));
  REQUIRE(document.tables.size() == 1);
  CHECK(document.tables[0].cells[0].row_span == 2);
  CHECK(document.tables[0].cells[1].column_span == 2);
  CHECK(at(document, 0, 2, 2) == "2");
}

TEST_CASE("two tables between blank rows; cells a million rows apart cost nothing") {
  const auto pair = [](const std::string& top, const std::string& below) {
    return row(text("A" + top, "甲") + figure("B" + top, "1"), "r=\"" + top + "\"") +
           row(text("A" + below, "乙") + figure("B" + below, "2"), "r=\"" + below + "\"");
  };
  const Document document =
      read(workbook({{"表", "<sheetData>" + pair("1", "2") + pair("1048575", "1048576") + "</sheetData>"}}));
  REQUIRE(document.tables.size() == 2);
  CHECK(document.tables[1].rows == 2);
  CHECK(document.tables[1].sheet_rows[1] == 1048576);
}

TEST_CASE("a sheet too large for the limit is left out with a note") {
  Limits limits;
  limits.table_cells = 5;
  const Budget budget{limits};
  auto document = gouji::xlsx::read_xlsx(workbook({{"收支表", accounts("1981.2")}}, kMoney), budget);
  REQUIRE(document);
  CHECK(document.value().tables.empty());
  CHECK(has_note(document.value(), "table-cells"));
}

TEST_CASE("no workbook, no document") {
  const Budget budget{Limits()};
  CHECK(gouji::xlsx::read_xlsx("hello", budget).error().code == "not-zip");
  CHECK(gouji::xlsx::read_xlsx(gouji::test::zip_bytes({{"a.txt", "a"}}), budget).error().code == "no-main-document");
}
