// Comments put into documents that make it hard, read back from the XML, and taken out again.
// SPDX-License-Identifier: Apache-2.0
#include "gouji/annotate.hpp"

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "annotate/comment_text.hpp"
#include "docx/read_docx.hpp"
#include "support/catch.hpp"
#include "support/docx_builder.hpp"
#include "support/unzip.hpp"

using namespace gouji;
using gouji::test::DocxBuilder;

namespace {

constexpr const char* kMain = "word/document.xml";

Evidence evidence_at(std::uint32_t paragraph, std::uint32_t start, const std::string& quote,
                     const std::string& part = "document") {
  Evidence evidence;
  evidence.quote = quote;
  evidence.place.part = part;
  evidence.place.paragraph = paragraph;
  evidence.place.start = start;
  for (const char c : quote) evidence.place.end += (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1 : 0;
  evidence.place.end += start;
  return evidence;
}

Evidence evidence_in(std::uint32_t table, std::uint32_t row, std::uint32_t column, std::uint32_t start,
                     const std::string& quote) {
  Evidence evidence = evidence_at(1, start, quote);
  evidence.place.paragraph.reset();
  evidence.place.table = table;
  evidence.place.row = row;
  evidence.place.column = column;
  return evidence;
}

Finding finding_of(std::vector<Evidence> evidence) {
  Finding finding;
  finding.rule = "total/headcount";
  finding.severity = Severity::error;
  finding.message = {"分项之和与总数不符", "parts do not add up"};
  finding.working = {"38 + 77 = 115 ≠ 107", "38 + 77 = 115 ≠ 107"};
  finding.evidence = std::move(evidence);
  return finding;
}

std::string part_of(const std::string& bytes, const std::string& name) {
  for (const auto& [entry, content] : test::unzip(bytes)) {
    if (entry == name) return content;
  }
  return {};
}

/// Comment id -> the text of w:t between its ends.
std::map<std::string, std::string> ranges_of(const std::string& xml) {
  std::map<std::string, std::string> out;
  std::map<std::string, bool> open;
  bool in_text = false;
  for (std::size_t at = 0; at < xml.size();) {
    if (xml[at] != '<') {
      if (in_text) {
        for (auto& [id, is_open] : open) {
          if (is_open) out[id] += xml[at];
        }
      }
      ++at;
      continue;
    }
    const std::size_t end = xml.find('>', at);
    const std::string tag = xml.substr(at, end - at);
    const std::size_t id_at = tag.find(":id=\"");
    const std::string id =
        id_at == std::string::npos ? "" : tag.substr(id_at + 5, tag.find('"', id_at + 5) - id_at - 5);
    if (tag.find("commentRangeStart") != std::string::npos) {
      open[id] = true;
      out[id];
    }
    if (tag.find("commentRangeEnd") != std::string::npos) open[id] = false;
    in_text = tag == "<w:t" || tag.rfind("<w:t ", 0) == 0;
    at = end + 1;
  }
  for (const auto& [id, is_open] : open) CHECK_FALSE(is_open);
  return out;
}

std::size_t count_of(const std::string& text, std::string_view what) {
  std::size_t count = 0;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++count;
  return count;
}

/// What holds of every document: the text stays, a second run changes nothing, removal gives every part back.
std::string annotated(const std::string& bytes, const std::vector<Finding>& findings) {
  const Result<Annotated> copy = add_annotations(bytes, findings, {});
  REQUIRE(copy);
  const Result<Annotated> again = add_annotations(copy.value().bytes, findings, {});
  REQUIRE(again);
  CHECK(again.value().bytes == copy.value().bytes);
  const Result<std::string> back = remove_annotations(copy.value().bytes);
  REQUIRE(back);
  CHECK(test::unzip(back.value()) == test::unzip(bytes));
  const auto before = docx::read_docx(bytes);
  const auto after = docx::read_docx(copy.value().bytes);
  REQUIRE(before);
  REQUIRE(after);
  CHECK(after.value().text == before.value().text);
  const std::string main = part_of(copy.value().bytes, kMain);
  const std::size_t others = count_of(part_of(bytes, kMain), "commentReference");
  CHECK(count_of(main, "commentRangeStart") == copy.value().comments + others);
  CHECK(count_of(main, "commentRangeEnd") == copy.value().comments + others);
  CHECK(count_of(main, "commentReference") == copy.value().comments + others);
  return copy.value().bytes;
}

/// One comment on these characters of the first paragraph stands on exactly them.
void check_exact(const std::string& paragraph, std::uint32_t start, const std::string& quote) {
  const std::string copy =
      annotated(DocxBuilder().body(paragraph).bytes(), {finding_of({evidence_at(1, start, quote)})});
  CHECK(ranges_of(part_of(copy, kMain)) == std::map<std::string, std::string>{{"0", quote}});
}

std::string r(const std::string& text, const std::string& properties = {}) {
  return "<w:r>" + properties + "<w:t>" + text + "</w:t></w:r>";
}

}  // namespace

TEST_CASE("a comment stands on the characters, whatever holds them", "[annotate]") {
  const std::string bold = "<w:rPr><w:b/></w:rPr>";
  SECTION("within one run") { check_exact("<w:p>" + r("现有编制107名", bold) + "</w:p>", 4, "107"); }
  SECTION("a whole run") { check_exact("<w:p>" + r("现有") + r("107") + r("名") + "</w:p>", 2, "107"); }
  SECTION("over two runs") { check_exact("<w:p>" + r("编制10", bold) + r("7名") + "</w:p>", 2, "107"); }
  SECTION("beside blanks") { check_exact("<w:p>" + r("编制 107 名") + "</w:p>", 2, " 107 "); }
  SECTION("beyond the basic plane") { check_exact("<w:p>" + r("𠮷𠮷107𠮷") + "</w:p>", 1, "𠮷107"); }
  SECTION("behind a tab in the run") {
    check_exact("<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>107名</w:t></w:r></w:p>", 2, "107");
  }
  SECTION("between two texts of a run") {
    check_exact("<w:p><w:r><w:t>甲</w:t><w:t>107</w:t><w:t>名</w:t></w:r></w:p>", 1, "107");
  }
  SECTION("from plain text into an insertion") {
    check_exact("<w:p>" + r("编制1") + "<w:ins w:id=\"7\" w:author=\"张\">" + r("07名") + "</w:ins></w:p>", 2, "107");
  }
  SECTION("around a deletion") {
    check_exact("<w:p>" + r("编制1") + "<w:del w:id=\"7\" w:author=\"张\"><w:r><w:delText>9</w:delText></w:r></w:del>" +
                    r("07名") + "</w:p>",
                2, "107");
  }
  SECTION("in a link") {
    check_exact("<w:p>" + r("见") + "<w:hyperlink w:anchor=\"a\">" + r("编制107名") + "</w:hyperlink></w:p>", 3, "107");
  }
  SECTION("in a content control") {
    check_exact("<w:p><w:sdt><w:sdtPr/><w:sdtContent>" + r("编制107名") + "</w:sdtContent></w:sdt></w:p>", 2, "107");
  }
  SECTION("in the result of a field") {
    check_exact(
        "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>REF a</w:instrText></w:r>"
        "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" +
            r("编制107名") + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>" + r("止") + "</w:p>",
        2, "107");
  }
  SECTION("the whole paragraph") { check_exact("<w:p>" + r("编制") + r("107") + "</w:p>", 0, "编制107"); }
}

TEST_CASE("entities and CDATA are cut whole", "[annotate]") {
  const std::string body = "<w:p><w:r><w:t>甲&amp;&#x4E59;<![CDATA[<丙>丁]]></w:t></w:r></w:p>";
  const std::string copy =
      annotated(DocxBuilder().body(body).bytes(),
                {finding_of({evidence_at(1, 2, "乙"), evidence_at(1, 4, "丙"), evidence_at(1, 1, "&")})});
  const std::string main = part_of(copy, kMain);
  CHECK(main.find("<w:t>&amp;</w:t>") != std::string::npos);
  CHECK(main.find("<![CDATA[丙]]>") != std::string::npos);
}

TEST_CASE("the mark of a comment stands behind links and fields, so that these stay as they are", "[annotate]") {
  const std::string body = "<w:p>" + r("见") + "<w:hyperlink w:anchor=\"a\">" + r("编制107名") + "</w:hyperlink></w:p>";
  const std::string main =
      part_of(annotated(DocxBuilder().body(body).bytes(), {finding_of({evidence_at(1, 3, "107")})}), kMain);
  CHECK(main.find("</w:hyperlink><w:r><w:commentReference") != std::string::npos);
}

TEST_CASE("findings that share characters", "[annotate]") {
  const std::string bytes = DocxBuilder().body("<w:p>" + r("现有编制107名，其中107名在岗") + "</w:p>").bytes();
  const std::string copy =
      annotated(bytes, {finding_of({evidence_at(1, 2, "编制107"), evidence_at(1, 11, "107")}),
                        finding_of({evidence_at(1, 4, "107名")}), finding_of({evidence_at(1, 4, "107名")})});
  CHECK(ranges_of(part_of(copy, kMain)) ==
        std::map<std::string, std::string>{{"0", "编制107"}, {"1", "107"}, {"2", "107名"}, {"3", "107名"}});
}

TEST_CASE("cells: merged, nested, of several paragraphs", "[annotate]") {
  const std::string nested =
      "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:p>" + r("里面5") + "</w:p></w:tc></w:tr></w:tbl>";
  const std::string body = "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr><w:p>" +
                           r("合计") + "</w:p><w:p>" + r("100元") + "</w:p></w:tc><w:tc>" + nested + "<w:p>" +
                           r("外面7") + "</w:p></w:tc></w:tr></w:tbl><w:p/>";
  const std::string copy = annotated(
      DocxBuilder().body(body).bytes(),
      {finding_of({evidence_in(1, 1, 1, 3, "100"), evidence_in(2, 1, 1, 2, "5"), evidence_in(1, 1, 3, 2, "7")})});
  CHECK(ranges_of(part_of(copy, kMain)) == std::map<std::string, std::string>{{"0", "100"}, {"1", "5"}, {"2", "7"}});
}

TEST_CASE("where Word has no comments they hang on the body and say so", "[annotate]") {
  DocxBuilder builder;
  builder.footnotes("<w:footnote w:id=\"3\"><w:p>" + r("注中9") + "</w:p></w:footnote>");
  builder.header("rIdHeader", "<w:p>" + r("页眉2023年") + "</w:p>");
  builder.body("<w:p>" + r("第一段") + "</w:p><w:p>" + r("第二段") +
               "<w:r><w:footnoteReference w:id=\"3\"/></w:r></w:p><w:p>" +
               "<w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p>" + r("框里8") +
               "</w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
               "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rIdHeader\"/></w:sectPr>");
  const std::string copy =
      annotated(builder.bytes(), {finding_of({evidence_at(1, 2, "9", "footnotes"), evidence_at(1, 2, "2023", "header1"),
                                              evidence_at(1, 2, "8", "textbox")})});
  const std::string main = part_of(copy, kMain);
  CHECK(main.find("<w:commentRangeStart w:id=\"0\"/><w:r><w:footnoteReference") != std::string::npos);
  CHECK(ranges_of(main)["1"] == "第一段");
  CHECK(main.find("<w:commentRangeStart w:id=\"2\"/><w:r><w:pict>") != std::string::npos);
  const std::string comments = part_of(copy, "word/comments.xml");
  CHECK(count_of(comments, "所指文字不能直接加批注") == 3);
  CHECK(comments.find("脚注 第1段：「9」") != std::string::npos);
}

TEST_CASE("comments of other people stay, and what Word keeps beside them", "[annotate]") {
  DocxBuilder builder;
  builder.body("<w:p><w:commentRangeStart w:id=\"4\"/>" + r("编制107名") +
               "<w:commentRangeEnd w:id=\"4\"/><w:r><w:commentReference w:id=\"4\"/></w:r></w:p>");
  builder.comments("<w:comment w:id=\"4\" w:author=\"李\" w:initials=\"L\"><w:p>" + r("请核") + "</w:p></w:comment>");
  const std::string extended =
      "<w15:commentsEx xmlns:w15=\"http://schemas.microsoft.com/office/word/2012/wordml\">"
      "<w15:commentEx w15:paraId=\"6A000001\" w15:done=\"0\"/></w15:commentsEx>";
  builder.raw_part("commentsExtended", "rIdEx", "", extended);
  builder.raw_part("people", "rIdPeople", "",
                   "<p:people xmlns:p=\"http://schemas.microsoft.com/office/word/2012/wordml\"/>");
  const std::string copy = annotated(builder.bytes(), {finding_of({evidence_at(1, 2, "107")})});
  const std::string second = part_of(copy, "word/comments.xml");
  CHECK(ranges_of(part_of(copy, kMain)) == std::map<std::string, std::string>{{"0", "107"}, {"4", "编制107名"}});
  CHECK(part_of(copy, "word/part-rIdEx.xml").find("w15:paraId=\"6A000002\"") != std::string::npos);
  CHECK(part_of(copy, "word/part-rIdPeople.xml").find("p:author=\"gouji\"") != std::string::npos);
  CHECK(second.empty());  // the part that was there is used
}

TEST_CASE("odd but lawful documents", "[annotate]") {
  const std::string word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  const std::vector<Finding> findings{finding_of({evidence_at(1, 2, "107")})};
  SECTION("strict") {
    const std::string copy =
        annotated(DocxBuilder().strict().body("<w:p>" + r("编制107名") + "</w:p>").bytes(), findings);
    CHECK(part_of(copy, "word/comments.xml").find("purl.oclc.org") != std::string::npos);
    CHECK(part_of(copy, "word/comments.xml").find("<w:ind w:start=\"0\" w:end=\"0\"") != std::string::npos);
    CHECK(part_of(copy, "word/_rels/document.xml.rels")
              .find("purl.oclc.org/ooxml/officeDocument/relationships/comments") != std::string::npos);
  }
  SECTION("another prefix") {
    const std::string copy =
        annotated(DocxBuilder()
                      .main_xml("<x:document xmlns:x=\"" + word +
                                "\"><x:body><x:p><x:r><x:t>编制107名</x:t></x:r></x:p></x:body></x:document>")
                      .bytes(),
                  findings);
    CHECK(part_of(copy, kMain).find("<x:t>107</x:t>") != std::string::npos);
    CHECK(part_of(copy, kMain).find("x:id=\"0\"") != std::string::npos);
  }
  SECTION("no prefix") {
    const std::string copy = annotated(
        DocxBuilder()
            .main_xml("<document xmlns=\"" + word + "\"><body><p><r><t>编制107名</t></r></p></body></document>")
            .bytes(),
        findings);
    CHECK(part_of(copy, kMain).find("xmlns:gw=") != std::string::npos);
  }
  SECTION("main part elsewhere, with macros") {
    const std::string copy = annotated(DocxBuilder()
                                           .main_name("doc/main.xml")
                                           .main_type("application/vnd.ms-word.document.macroEnabled.main+xml")
                                           .body("<w:p>" + r("编制") + "</w:p>")
                                           .bytes(),
                                       {});
    CHECK(part_of(copy, "[Content_Types].xml").find("macroEnabled") != std::string::npos);
    const auto made = add_annotations(copy, {finding_of({evidence_at(1, 0, "编制")})}, {});
    REQUIRE(made);
    CHECK_FALSE(part_of(made.value().bytes, "doc/comments.xml").empty());
    CHECK(remove_annotations(made.value().bytes).value().size() > 0);
  }
  SECTION("a place that is not there hangs on the first paragraph") {
    const std::string copy =
        annotated(DocxBuilder().body("<w:p>" + r("编制") + "</w:p>").bytes(), {finding_of({evidence_at(99, 0, "无")})});
    CHECK(ranges_of(part_of(copy, kMain))["0"] == "编制");
  }
}

TEST_CASE("what cannot be annotated says why", "[annotate]") {
  CHECK(add_annotations("%PDF-1.7 …", {}, {}).error().code == "not-zip");
  const std::string flat =
      "<?xml version=\"1.0\"?><pkg:package xmlns:pkg=\"http://schemas.microsoft.com/office/2006/xmlPackage\"/>";
  CHECK(add_annotations(flat, {}, {}).error().code == "flat-opc");
  const std::string empty = DocxBuilder().body("").bytes();
  CHECK(add_annotations(empty, {finding_of({evidence_at(1, 0, "无")})}, {}).error().code == "no-paragraph");
}

TEST_CASE("suppressed and known findings only when asked for", "[annotate]") {
  const std::string bytes = DocxBuilder().body("<w:p>" + r("编制107名") + "</w:p>").bytes();
  Finding finding = finding_of({evidence_at(1, 2, "107")});
  finding.standing.kind = Standing::Kind::known;
  const auto without = add_annotations(bytes, {finding}, {});
  REQUIRE(without);
  CHECK(without.value().bytes == bytes);
  AnnotateOptions options;
  options.with_all = true;
  CHECK(add_annotations(bytes, {finding}, options).value().comments == 1);
}

TEST_CASE("the words of a comment", "[annotate]") {
  const Finding finding = finding_of({evidence_at(12, 4, "107 名"), evidence_at(14, 0, "77 名")});
  const std::vector<const Evidence*> shown{&finding.evidence[0], &finding.evidence[1]};
  CHECK(annotate::main_lines(finding, shown, 0, false, {3, 1, 2}, Language::zh) ==
        std::vector<std::string>{"gouji-3（1/2） 错误：分项之和与总数不符", "验算：38 + 77 = 115 ≠ 107",
                                 "对照 2/2：第14段「77 名」", "规则：total/headcount"});
  CHECK(annotate::related_lines(finding, finding.evidence[1], finding.evidence[0], false, {3, 2, 2}, Language::en) ==
        std::vector<std::string>{"gouji-3 (2/2) error: parts do not add up",
                                 "compare with “107 名”, paragraph 12: see comment gouji-3 (1/2)",
                                 "rule: total/headcount"});
}

TEST_CASE("suggestions are tracked changes that can be taken back", "[annotate]") {
  Finding finding = finding_of({evidence_at(1, 0, "五、")});
  finding.actual = "五、";
  finding.expected = "四、";
  AnnotateOptions options;
  options.suggest = {"total/headcount"};
  const auto main_of = [&](const std::string& bytes, std::uint32_t suggestions) {
    const auto copy = add_annotations(bytes, {finding}, options);
    REQUIRE(copy);
    CHECK(copy.value().suggestions == suggestions);
    CHECK(add_annotations(copy.value().bytes, {finding}, options).value().bytes == copy.value().bytes);
    CHECK((test::unzip(remove_annotations(copy.value().bytes).value()) == test::unzip(bytes)));
    CHECK(count_of(part_of(copy.value().bytes, "word/comments.xml"), "建议：改为「四、」") == suggestions);
    return part_of(copy.value().bytes, kMain);
  };
  SECTION("the beginning of a run") {
    const std::string main =
        main_of(DocxBuilder().body("<w:p>" + r("五、问题", "<w:rPr><w:b/></w:rPr>") + "</w:p>").bytes(), 1);
    CHECK(
        main.find(
            "<w:del w:id=\"900001\" w:author=\"gouji\"><w:r><w:rPr><w:b/></w:rPr><w:delText>五、</w:delText></w:r></w:del>"
            "<w:ins w:id=\"900002\" w:author=\"gouji\"><w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">四、</w:t>"
            "</w:r></w:ins><w:commentRangeEnd") != std::string::npos);
  }
  SECTION("a whole run") { main_of(DocxBuilder().body("<w:p>" + r("五、") + r("问题") + "</w:p>").bytes(), 1); }
  SECTION("the middle of a run with blanks") {
    finding.evidence.front() = evidence_at(1, 2, "五、");
    main_of(DocxBuilder().body("<w:p>" + r("见 五、 问题") + "</w:p>").bytes(), 1);
  }
  SECTION("not over two runs, not in a change of somebody") {
    main_of(DocxBuilder().body("<w:p>" + r("五") + r("、问题") + "</w:p>").bytes(), 0);
    main_of(DocxBuilder().body("<w:p><w:ins w:id=\"1\" w:author=\"李\">" + r("五、问题") + "</w:ins></w:p>").bytes(),
            0);
  }
  SECTION("not where the finding says something else than the characters") {
    finding.actual = "五";
    main_of(DocxBuilder().body("<w:p>" + r("五、问题") + "</w:p>").bytes(), 0);
  }
}

TEST_CASE("an answer to a comment of gouji stays when that goes", "[annotate]") {
  const auto document = [](const std::string& comments, const std::string& entries) {
    DocxBuilder builder;
    builder.body("<w:p>" + r("编制107名") + "</w:p>");
    builder.comments(comments);
    builder.raw_part("commentsExtended", "rIdEx", "",
                     "<w15:commentsEx xmlns:w15=\"http://schemas.microsoft.com/office/word/2012/wordml\">" + entries +
                         "</w15:commentsEx>");
    return builder.bytes();
  };
  const std::string w14 = " xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\"";
  const std::string own = "<w:comment w:id=\"0\" w:author=\"gouji\" w:initials=\"勾\"><w:p" + w14 +
                          " w14:paraId=\"6A000001\">" + r("不符") + "</w:p></w:comment>";
  const std::string answer = "<w:comment w:id=\"1\" w:author=\"李\"><w:p" + w14 + " w14:paraId=\"0000000B\">" +
                             r("已改") + "</w:p></w:comment>";
  const auto back = remove_annotations(
      document(own + answer,
               "<w15:commentEx w15:paraId=\"6A000001\" w15:done=\"0\"/>"
               "<w15:commentEx w15:paraId=\"0000000B\" w15:paraIdParent=\"6A000001\" w15:done=\"1\"/>"));
  REQUIRE(back);
  CHECK((test::unzip(back.value()) ==
         test::unzip(document(answer, "<w15:commentEx w15:paraId=\"0000000B\" w15:done=\"1\"/>"))));
}
