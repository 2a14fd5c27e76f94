// What of a paragraph is text: changes, hidden text, fields, symbols, alternate content, text boxes, formulas.
// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "docx/read_docx.hpp"
#include "support/catch.hpp"
#include "support/docx_builder.hpp"

using gouji::docx::Document;
using gouji::docx::read_docx;
using gouji::test::DocxBuilder;

namespace {

Document read(DocxBuilder& builder) {
  auto document = read_docx(builder.bytes());
  REQUIRE(document);
  return std::move(document.value());
}

Document read_body(const std::string& xml) {
  DocxBuilder builder;
  return read(builder.body(xml));
}

std::string r(const std::string& text, const std::string& properties = {}) {
  return "<w:r><w:rPr>" + properties + "</w:rPr><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
}

std::string text_in(const std::string& inlines) {
  const Document document = read_body("<w:p>" + inlines + "</w:p>");
  return std::string(document.text_of(document.paragraphs.at(0)));
}

std::string mark(const char* type) { return std::string("<w:r><w:fldChar w:fldCharType=\"") + type + "\"/></w:r>"; }

}  // namespace

TEST_CASE("docx text: characters of runs") {
  CHECK(text_in(r("a") + r(" ") + r("&lt;b&gt;&amp;&#x4E2D;")) == "a <b>&中");
  CHECK(text_in("<w:r><w:t> a </w:t></w:r>") == "a");
  CHECK(text_in("<w:r><w:t>1</w:t><w:tab/><w:t>2</w:t><w:br/><w:t>3</w:t><w:cr/><w:br w:type=\"column\"/></w:r>") ==
        "1\t2\n3\n");
  CHECK(text_in("<w:r><w:t>1</w:t><w:noBreakHyphen/><w:t>2</w:t><w:softHyphen/><w:t>3</w:t></w:r>") == "1-23");
  CHECK(text_in("<w:r><w:t>a\r\nb</w:t></w:r>") == "a b");
  CHECK(text_in("<w:r><w:t><![CDATA[<x>]]></w:t></w:r>") == "<x>");
  CHECK(text_in("<w:r><w:t>x\xFFy&#xD800;</w:t></w:r>").find("x\xEF\xBF\xBDy") == 0);
}

TEST_CASE("docx text: symbols") {
  CHECK(text_in("<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/><w:sym w:font=\"Symbol\" w:char=\"F0B3\"/></w:r>") ==
        "☑≥");
  CHECK(text_in("<w:r><w:sym w:font=\"Arial\" w:char=\"2460\"/></w:r>") == "①");
  const Document document = read_body("<w:p><w:r><w:sym w:font=\"Wingdings\" w:char=\"F001\"/></w:r></w:p>");
  CHECK(document.text == "\xEF\xBF\xBD");
  REQUIRE(document.notes.size() == 1);
  CHECK(document.notes[0].code == "unknown-symbol");
}

TEST_CASE("docx text: tracked changes, links, controls") {
  CHECK(text_in("<w:ins>" + r("in") + "</w:ins><w:del><w:r><w:delText>out</w:delText></w:r></w:del>") == "in");
  CHECK(text_in("<w:moveTo>" + r("to") + "</w:moveTo><w:moveFrom>" + r("from") + "</w:moveFrom>") == "to");
  CHECK(text_in("<w:ins><w:del>" + r("x") + "</w:del></w:ins>") == "");
  CHECK(text_in("<w:hyperlink>" + r("a") + "</w:hyperlink><w:smartTag>" + r("b") + "</w:smartTag><w:customXml>" +
                r("c") + "</w:customXml><w:sdt><w:sdtPr/><w:sdtContent>" + r("d") + "</w:sdtContent></w:sdt>") ==
        "abcd");
  CHECK(text_in("<w:r><w:ruby><w:rt>" + r("yin") + "</w:rt><w:rubyBase>" + r("音") + "</w:rubyBase></w:ruby></w:r>") ==
        "音");
}

TEST_CASE("docx text: a deleted paragraph mark joins two paragraphs") {
  const Document document = read_body("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + r("一") + "</w:p><w:p>" +
                                      r("二") + "</w:p><w:p>" + r("三") + "</w:p>");
  REQUIRE(document.paragraphs.size() == 2);
  CHECK(document.text_of(document.paragraphs[0]) == "一二");
  CHECK(document.paragraphs[0].number == 1);
  CHECK(document.paragraphs[1].number == 3);
  CHECK(document.paragraphs[1].source_index == 2);
}

TEST_CASE("docx text: hidden text") {
  CHECK(text_in(r("a", "<w:vanish/>") + r("b", "<w:vanish w:val=\"0\"/>")) == "b");
  DocxBuilder builder;
  builder.styles(
      "<w:style w:type=\"character\" w:styleId=\"H\"><w:rPr><w:vanish/></w:rPr></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"P\"><w:rPr><w:vanish/></w:rPr></w:style>"
      "<w:style w:type=\"paragraph\" w:styleId=\"Q\"><w:basedOn w:val=\"P\"/></w:style>");
  builder.body("<w:p>" + r("x", "<w:rStyle w:val=\"H\"/>") + r("y") +
               "</w:p><w:p><w:pPr><w:pStyle w:val=\"Q\"/></w:pPr>" + r("z") + r("v", "<w:vanish w:val=\"false\"/>") +
               "</w:p>");
  CHECK(read(builder).text == "yv");
}

TEST_CASE("docx text: fields by their result") {
  const auto field = [](const std::string& code, const std::string& result) {
    return mark("begin") + "<w:r><w:instrText>" + code + "</w:instrText></w:r>" + mark("separate") + result +
           mark("end");
  };
  CHECK(text_in(r("第") + field("PAGE", r("3")) + r("页")) == "第3页");
  CHECK(text_in(field("IF", r("a") + field("REF", r("b")) + r("c"))) == "abc");
  CHECK(text_in(mark("begin") + r("code") + field("REF", r("inner")) + mark("separate") + r("result") + mark("end")) ==
        "result");
  CHECK(text_in("<w:fldSimple w:instr=\"DATE\">" + r("2024") + "</w:fldSimple>") == "2024");
  CHECK(text_in(mark("end") + r("x") + mark("separate")) == "x");
  const Document open = read_body("<w:p>" + mark("begin") + r("lost") + "</w:p><w:p>" + r("kept") + "</w:p>");
  CHECK(open.text == "kept");
  CHECK(open.notes.size() == 1);
}

TEST_CASE("docx text: a contents field marks its entries") {
  const Document document = read_body("<w:p>" + mark("begin") + "<w:r><w:instrText> TOC \\o</w:instrText></w:r>" +
                                      mark("separate") + r("一、x 1") + "</w:p><w:p>" + r("二、y 2") + "</w:p><w:p>" +
                                      mark("end") + "</w:p><w:p>" + r("一、x") + "</w:p>");
  CHECK(document.paragraphs[0].is_toc);
  CHECK(document.paragraphs[1].is_toc);
  CHECK_FALSE(document.paragraphs[2].is_toc);
  CHECK_FALSE(document.paragraphs[3].is_toc);
}

TEST_CASE("docx text: alternate content and text boxes once, in their own story") {
  const std::string box = "<w:txbxContent><w:p>" + r("框") + "</w:p></w:txbxContent>";
  const Document document = read_body(
      "<w:p>" + r("前") + "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:wsp><wps:txbx>" + box +
      "</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>" + box +
      "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>" + r("后") + "</w:p><w:p>" + r("末") + "</w:p>");
  CHECK(document.text == "前后末框");
  REQUIRE(document.stories.size() == 2);
  CHECK(document.stories[1].name == "textbox");
  const auto& boxed = document.paragraphs.back();
  CHECK(boxed.number == 1);
  CHECK(boxed.source_index == 1);  // //w:p order: the anchor is 0, the fallback's 2, the next 3
  CHECK(document.paragraphs[1].source_index == 3);
  CHECK(document.runs[boxed.first_run].element == 2);  // //w:r: 前, anchor, 框, 框 of the fallback, 后
  CHECK(document.runs[1].element == 4);
  CHECK(text_in("<mc:AlternateContent><mc:Choice Requires=\"zz\">" + r("no") + "</mc:Choice><mc:Fallback>" + r("yes") +
                "</mc:Fallback></mc:AlternateContent>") == "yes");
}

TEST_CASE("docx text: formulas keep their text apart") {
  CHECK(text_in(
            "<m:oMath><m:r><m:t>x=</m:t></m:r><m:f><m:num><m:r><m:t>3</m:t></m:r></m:num><m:den><m:r><m:t>4</m:t></m:r>"
            "</m:den></m:f></m:oMath>") == "x=3/4");
  CHECK(text_in("<m:oMath><m:sSup><m:e><m:r><m:t>10</m:t></m:r></m:e>"
                "<m:sup><m:r><m:t>4</m:t></m:r></m:sup></m:sSup></m:oMath>") == "10^4");
}

TEST_CASE("docx text: run map") {
  const Document document = read_body("<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙丙</w:t></w:r>" + r("丁") + "</w:p>");
  REQUIRE(document.runs.size() == 4);
  CHECK(document.runs[2].element == 0);
  CHECK(document.runs[2].offset == 2);
  CHECK(document.runs[2].end - document.runs[2].begin == 6);
  CHECK(document.runs[3].element == 1);
  CHECK(document.runs[3].offset == 0);
}

TEST_CASE("docx text: strict namespaces, other prefixes, other part names, UTF-16") {
  DocxBuilder builder;
  CHECK(read(builder.strict().main_name("abc/main.bin.xml").body("<w:p>" + r("严") + "</w:p>")).text == "严");
  const std::string inner =
      "<x:body><x:p><x:r><x:t>别</x:t></x:r></x:p><w:p xmlns:w=\"urn:none\"/></x:body></x:document>";
  DocxBuilder other;
  CHECK(read(other.main_xml("<x:document xmlns:x=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">" +
                            inner))
            .text == "别");
  DocxBuilder wide;
  std::string utf16("\xFF\xFE", 2);
  for (const char c : std::string("<w:document><w:body><w:p><w:r><w:t>16</w:t></w:r></w:p></w:body></w:document>")) {
    utf16 += std::string{c, '\0'};
  }
  CHECK(read(wide.main_xml(utf16)).text == "16");
  DocxBuilder bom;
  CHECK(read(bom.main_xml("\xEF\xBB\xBF<w:document><w:body><w:p/></w:body></w:document>")).paragraphs.size() == 1);
}
