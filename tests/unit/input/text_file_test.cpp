// Encodings, plain text and Markdown.
// SPDX-License-Identifier: Apache-2.0
#include "input/text_file.hpp"

#include <string>

#include "input/decode.hpp"
#include "input/read_input.hpp"
#include "support/catch.hpp"

using namespace std::string_literals;
using gouji::docx::Document;
using gouji::docx::kNone;
using gouji::input::decode_text;
using gouji::input::read_markdown;
using gouji::input::read_text;

namespace {

/// Paragraphs outside tables, one a line, headings with their level.
std::string shown(const Document& document) {
  std::string out;
  for (const auto& paragraph : document.paragraphs) {
    if (paragraph.table != kNone) continue;
    if (paragraph.outline_level >= 0) out += "H" + std::to_string(paragraph.outline_level + 1) + " ";
    out += std::string(document.text_of(paragraph)) + "\n";
  }
  return out;
}

std::string cell_text(const Document& document, std::size_t table, std::uint32_t row, std::uint32_t column) {
  for (const auto& cell : document.tables.at(table).cells) {
    if (cell.row == row && cell.column == column)
      return std::string(document.text_of(document.paragraphs[cell.first_paragraph]));
  }
  return "none";
}

}  // namespace

TEST_CASE("input: encodings of text files") {
  CHECK(decode_text("合计1\r\n2\r3") == "合计1\n2\n3");
  CHECK(decode_text("\xEF\xBB\xBF合计") == "合计");
  CHECK(decode_text("\xBA\xCF\xBC\xC6 12\xCD\xF2\xD4\xAA") == "合计 12万元");
  CHECK(decode_text("\x95\x32\x82\x36"s) == "𠀀");  // four bytes of GB18030
  CHECK(decode_text("\xFF\xFE\x08\x54\x31\x00"s) == "合1");
  CHECK(decode_text("\xFE\xFF\x54\x08\x00\x31"s) == "合1");
  CHECK(decode_text("\x08\x54\x31\x00\x0A\x00\x08\x54"s) == "合1\n合");
  CHECK(decode_text("\x54\x08\x00\x31\x00\x0A"s) == "合1\n");
  CHECK_FALSE(decode_text("\x89PNG\r\n\x1A\n\0\0\0\rIHDR"s).has_value());
  CHECK_FALSE(decode_text("\xFF\xFF\xFF\xFF"s).has_value());
}

TEST_CASE("input: bytes that are no text are refused with a code") {
  const auto read = gouji::input::read_input("a.txt", "\xFF\xFF\xFF\xFF\x00\x01"s);
  REQUIRE_FALSE(read.has_value());
  CHECK(read.error().code == "unknown-encoding");
  CHECK(read.error().where == "a.txt");
  CHECK_FALSE(read.error().hint.en.empty());
}

TEST_CASE("input: plain text is a line a paragraph, lines with tabs are a table") {
  const Document document = read_text("一、概况\n\n　　2023年收入5万元。\n项目\t金额\n甲\t1\n乙\t2\n完");
  CHECK(shown(document) == "一、概况\n　　2023年收入5万元。\n完\n");
  REQUIRE(document.tables.size() == 1);
  CHECK(document.tables[0].rows == 3);
  CHECK(document.tables[0].columns == 2);
  CHECK(cell_text(document, 0, 2, 1) == "2");
  CHECK(document.paragraphs.back().number == 3);
}

TEST_CASE("input: Markdown blocks") {
  const Document document = read_markdown(
      "---\ntitle: x\n---\n# 一、概况 #\n第一行\n第二行\n\n- 甲\n- 乙\n1. 丙\n2. 丁\n\n副标题\n------\n\n```\n代码\n```\n> 引文\n\n***\n尾");
  CHECK(shown(document) == "H1 一、概况\n第一行第二行\n甲\n乙\n1. 丙\n2. 丁\nH2 副标题\n引文\n尾\n");
}

TEST_CASE("input: Markdown marks within a line") {
  const auto line = [](const char* text) { return shown(read_markdown(text)); };
  CHECK(line("**收入**5万元，*其中*`甲`3万元") == "收入5万元，其中甲3万元\n");
  CHECK(line("见[附件](a.pdf)与![图](b.png)") == "见附件与\n");
  CHECK(line("3\\*4 = 3*4*5") == "3*4 = 3*4*5\n");
  CHECK(line("甲<br>乙") == "甲\n乙\n");
}

TEST_CASE("input: Markdown tables") {
  const Document document =
      read_markdown("单位：万元\n| 项目 | **金额** |\n|:---|---:|\n| 甲\\|乙 | 1 |\n| 丙 |\n\n后文");
  REQUIRE(document.tables.size() == 1);
  CHECK(document.tables[0].rows == 3);
  CHECK(document.tables[0].header_rows == 1);
  CHECK(cell_text(document, 0, 0, 1) == "金额");
  CHECK(cell_text(document, 0, 1, 0) == "甲|乙");
  CHECK(cell_text(document, 0, 2, 1).empty());
  CHECK(shown(document) == "单位：万元\n后文\n");
}
