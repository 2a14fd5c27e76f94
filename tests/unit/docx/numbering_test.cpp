// Automatic numbers: formats, counters, restarts, overrides, style-linked lists.
// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <string_view>
#include <vector>

#include "docx/number_format.hpp"
#include "docx/read_docx.hpp"
#include "support/catch.hpp"
#include "support/docx_builder.hpp"

using gouji::docx::format_number;
using gouji::docx::read_docx;
using gouji::test::DocxBuilder;
using gouji::test::paragraph_xml;

namespace {

std::string level(int index, const std::string& format, const std::string& text, const std::string& more = {}) {
  return "<w:lvl w:ilvl=\"" + std::to_string(index) + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" + format + "\"/>" +
         more + "<w:lvlText w:val=\"" + text + "\"/></w:lvl>";
}
std::string abstract(int id, const std::string& levels) {
  return "<w:abstractNum w:abstractNumId=\"" + std::to_string(id) + "\">" + levels + "</w:abstractNum>";
}
std::string num(int id, int abstract_id, const std::string& overrides = {}) {
  return "<w:num w:numId=\"" + std::to_string(id) + "\"><w:abstractNumId w:val=\"" + std::to_string(abstract_id) +
         "\"/>" + overrides + "</w:num>";
}
std::string item(int num_id, int level_index) {
  return paragraph_xml("x", "<w:numPr><w:ilvl w:val=\"" + std::to_string(level_index) + "\"/><w:numId w:val=\"" +
                                std::to_string(num_id) + "\"/></w:numPr>");
}

std::string labels(const DocxBuilder& builder) {
  const auto document = read_docx(builder.bytes());
  REQUIRE(document);
  std::string out;
  for (const auto& paragraph : document.value().paragraphs) out += (out.empty() ? "" : " ") + paragraph.label;
  return out;
}

}  // namespace

TEST_CASE("number formats") {
  struct Row {
    const char* format;
    int value;
    const char* shown;
  };
  const std::vector<Row> rows{{"decimal", 12, "12"},
                              {"decimalZero", 7, "07"},
                              {"upperRoman", 1994, "MCMXCIV"},
                              {"lowerRoman", 4, "iv"},
                              {"upperLetter", 27, "AA"},
                              {"lowerLetter", 3, "c"},
                              {"chineseCounting", 10, "十"},
                              {"chineseCounting", 12, "十二"},
                              {"chineseCounting", 20, "二十"},
                              {"chineseCountingThousand", 105, "一百零五"},
                              {"chineseCountingThousand", 110, "一百一十"},
                              {"chineseCountingThousand", 1001, "一千零一"},
                              {"japaneseCounting", 21, "二十一"},
                              {"taiwaneseCounting", 9, "九"},
                              {"taiwaneseCountingThousand", 11, "十一"},
                              {"ideographDigital", 10, "一〇"},
                              {"chineseLegalSimplified", 3, "叁"},
                              {"chineseLegalSimplified", 12, "壹拾贰"},
                              {"ideographTraditional", 3, "丙"},
                              {"ideographTraditional", 11, "11"},
                              {"ideographZodiac", 12, "亥"},
                              {"ideographZodiacTraditional", 13, "丙子"},
                              {"decimalEnclosedCircle", 1, "①"},
                              {"decimalEnclosedCircleChinese", 20, "⑳"},
                              {"decimalEnclosedCircle", 21, "㉑"},
                              {"decimalEnclosedCircle", 50, "㊿"},
                              {"decimalEnclosedCircle", 51, "51"},
                              {"decimalEnclosedParen", 2, "⑵"},
                              {"decimalEnclosedFullstop", 20, "⒛"},
                              {"ideographEnclosedCircle", 1, "㊀"},
                              {"decimalFullWidth", 10, "１０"},
                              {"none", 5, ""},
                              {"unheardOf", 5, "5"},
                              {"ordinal", 22, "22nd"},
                              {"numberInDash", 3, "- 3 -"}};
  for (const Row& row : rows) {
    CAPTURE(row.format, row.value);
    CHECK(format_number(row.format, row.value) == row.shown);
  }
}

TEST_CASE("numbering: levels, restarts, legal numbers") {
  DocxBuilder builder;
  builder.numbering(abstract(0, level(0, "chineseCounting", "第%1章") + level(1, "decimal", "%1.%2", "<w:isLgl/>") +
                                    level(2, "decimal", "(%3)", "<w:lvlRestart w:val=\"0\"/>") +
                                    level(3, "decimal", "%4)", "<w:lvlRestart w:val=\"1\"/>")) +
                    num(1, 0));
  builder.body(item(1, 0) + item(1, 1) + item(1, 1) + item(1, 2) + item(1, 3) + item(1, 0) + item(1, 1) + item(1, 2) +
               item(1, 3) + item(1, 1) + item(1, 3));
  CHECK(labels(builder) == "第一章 1.1 1.2 (1) 1) 第二章 2.1 (2) 1) 2.2 2)");
}

TEST_CASE("numbering: shared definitions go on, overrides start anew") {
  DocxBuilder builder;
  const std::string start = "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride>";
  const std::string replaced = "<w:lvlOverride w:ilvl=\"0\">" + level(0, "upperLetter", "%1、") + "</w:lvlOverride>";
  builder.numbering(abstract(0, level(0, "decimal", "%1.")) + abstract(1, level(0, "decimal", "%1.")) + num(1, 0) +
                    num(2, 0) + num(3, 0, start) + num(4, 1, replaced));
  builder.body(item(1, 0) + item(2, 0) + item(3, 0) + item(3, 0) + item(1, 0) + item(4, 0) + item(0, 0) + item(99, 0));
  CHECK(labels(builder) == "1. 2. 5. 6. 7. A、  ");
}

TEST_CASE("numbering: through styles") {
  DocxBuilder builder;
  builder.styles(
      "<w:style w:type=\"paragraph\" w:styleId=\"h1\">"
      "<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"h2\"><w:basedOn w:val=\"h1\"/><w:pPr><w:numPr><w:ilvl w:val=\"1\"/>"
      "</w:numPr></w:pPr></w:style>"
      "<w:style w:type=\"numbering\" w:styleId=\"list\">"
      "<w:pPr><w:numPr><w:numId w:val=\"2\"/></w:numPr></w:pPr></w:style>");
  builder.numbering(abstract(0, level(0, "japaneseCounting", "%1、", "<w:pStyle w:val=\"h1\"/>") +
                                    level(1, "japaneseCounting", "（%2）", "<w:pStyle w:val=\"h2\"/>")) +
                    abstract(1, level(0, "decimalEnclosedCircle", "%1")) +
                    abstract(2, "<w:numStyleLink w:val=\"list\"/>") + num(1, 0) + num(2, 1) + num(3, 2));
  const auto p = [](const std::string& style, const std::string& more = {}) {
    return paragraph_xml("x", "<w:pStyle w:val=\"" + style + "\"/>" + more);
  };
  builder.body(p("h1") + p("h2") + p("h2") + p("h1") + p("h2") + p("h1", "<w:numPr><w:numId w:val=\"0\"/></w:numPr>") +
               item(3, 0) + item(2, 0));
  CHECK(labels(builder) == "一、 （一） （二） 二、 （一）  ① ②");
}

TEST_CASE("numbering: bullets, none, hidden and deleted paragraphs") {
  DocxBuilder builder;
  builder.numbering(abstract(0, level(0, "bullet", "\xEF\x82\xB7")) + abstract(1, level(0, "bullet", "—")) +
                    abstract(2, level(0, "none", "注：")) + abstract(3, level(0, "decimal", "%1.")) + num(1, 0) +
                    num(2, 1) + num(3, 2) + num(4, 3));
  const std::string list = "<w:numPr><w:numId w:val=\"4\"/></w:numPr>";
  builder.body(item(1, 0) + item(2, 0) + item(3, 0) + item(4, 0) +
               paragraph_xml("h", list + "<w:rPr><w:vanish/></w:rPr>") + item(4, 0));
  CHECK(labels(builder) == "• — 注： 1. 2.");
  DocxBuilder deleted;
  deleted.numbering(abstract(3, level(0, "decimal", "%1.")) + num(4, 3));
  deleted.body(item(4, 0) + paragraph_xml("", list + "<w:rPr><w:del/></w:rPr>") + item(4, 0));
  CHECK(labels(deleted) == "1. 2.");
}
