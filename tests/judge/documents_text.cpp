// Characters: revisions, hidden text, symbols, marks, combined characters, formulas.
// SPDX-License-Identifier: Apache-2.0
#include "judge/documents.hpp"
#include "support/docx_builder.hpp"

namespace gouji::test {
namespace {

FidelityDocument text(const std::string& name, const std::string& body, std::vector<std::string> lines,
                      std::vector<std::string> notes = {}) {
  DocxBuilder builder;
  return {name, builder.body(body).bytes(), std::move(lines), std::move(notes)};
}

std::string change(const std::string& element, const std::string& inner) {
  return "<w:" + element + " w:id=\"1\" w:author=\"a\" w:date=\"2024-01-01T00:00:00Z\">" + inner + "</w:" + element +
         ">";
}
std::string mark_of(const std::string& element) {
  return "<w:rPr><w:" + element + " w:id=\"2\" w:author=\"a\" w:date=\"2024-01-01T00:00:00Z\"/></w:rPr>";
}
std::string deleted(const std::string& words) { return "<w:r><w:delText>" + words + "</w:delText></w:r>"; }
std::string font(const std::string& name) {
  return "<w:rFonts w:ascii=\"" + name + "\" w:hAnsi=\"" + name + "\" w:cs=\"" + name + "\"/>";
}
std::string symbol(const std::string& name, const std::string& code) {
  return "<w:r><w:sym w:font=\"" + name + "\" w:char=\"" + code + "\"/></w:r>";
}

}  // namespace

std::vector<FidelityDocument> text_documents() {
  std::vector<FidelityDocument> all;
  all.push_back(text("revisions",
                     para(run("支出") + change("ins", run("100")) + change("del", deleted("200")) + run("万元")),
                     {"支出100万元"}));
  all.push_back(text("moves",
                     "<w:p><w:moveFromRangeStart w:id=\"5\" w:author=\"a\" w:name=\"m\"/>" +
                         change("moveFrom", run("搬走")) + "<w:moveFromRangeEnd w:id=\"5\"/>" + run("留下") + "</w:p>" +
                         para("<w:moveToRangeStart w:id=\"6\" w:author=\"a\" w:name=\"m\"/>" +
                              change("moveTo", run("搬走")) + "<w:moveToRangeEnd w:id=\"6\"/>" + run("到此")),
                     {"留下", "搬走到此"}));
  all.push_back(text("deleted-mark", para(run("前半"), mark_of("del")) + para(run("后半")) + para(run("另段")),
                     {"前半后半", "另段"}));
  all.push_back(text("deleted-paragraph",
                     para(run("第一")) + para(change("del", deleted("删去")), mark_of("del")) + para(run("第二")),
                     {"第一", "第二"}));
  all.push_back(text("hidden-text", para(run("看") + run("不见", "<w:vanish/>") + run("得见")), {"看得见"}));
  all.push_back(text("hidden-mark", para(run("连"), "<w:rPr><w:vanish/></w:rPr>") + para(run("着")), {"连着"}));
  all.push_back(text("style-separator",
                     para(run("标题"), "<w:rPr><w:vanish/><w:specVanish/></w:rPr>") + para(run("正文")),
                     {"标题", "正文"}));
  all.push_back(text("symbols",
                     para(symbol("Wingdings", "F0FE") + run("是") + symbol("Wingdings", "F0A8") + run("否") +
                          symbol("Wingdings 2", "F052") + symbol("Symbol", "F0B3") + run("5")),
                     {"☑是□否☑≥5"}));
  all.push_back(text("symbol-runs",
                     para(run("R", font("Wingdings 2")) + run("合格") + run("&#xF0FC;", font("Wingdings")) +
                          run("&#xF06F;", font("Wingdings"))),
                     {"☑合格✓□"}));
  all.push_back(text("private-use", para(run("甲&#xE123;乙")), {"甲\xEE\x84\xA3乙"}, {"private-character"}));
  all.push_back(text("hyphens",
                     para("<w:r><w:t>2023</w:t><w:noBreakHyphen/><w:t>2024</w:t><w:softHyphen/><w:t>年</w:t></w:r>"),
                     {"2023-2024年"}));
  all.push_back(text("combined",
                     para(run("甲") + run("株式", "<w:eastAsianLayout w:id=\"1\" w:combine=\"1\"/>") +
                          run("重点", "<w:em w:val=\"dot\"/>")),
                     {"甲株式重点"}));
  all.push_back(
      text("ruby",
           para("<w:r><w:ruby><w:rubyPr><w:rubyAlign w:val=\"center\"/><w:hps w:val=\"10\"/></w:rubyPr><w:rt>" +
                run("zhāng") + "</w:rt><w:rubyBase>" + run("张") + "</w:rubyBase></w:ruby></w:r>" + run("三")),
           {"张三"}));
  all.push_back(text("bidi",
                     para("<w:dir w:val=\"ltr\">" + run("甲") + "</w:dir><w:bdo w:val=\"ltr\">" + run("乙") +
                          "</w:bdo>" + run("丙", "<w:rtl w:val=\"0\"/>")),
                     {"甲乙丙"}));
  all.push_back(
      text("breaks", para("<w:r><w:t>上</w:t><w:br/><w:t>下</w:t><w:tab/><w:t>右</w:t></w:r>"), {"上\n下\t右"}));
  all.push_back(text("widths", para(run("１２３．５％（全角）ＡＢ")), {"１２３．５％（全角）ＡＢ"}));
  all.push_back(text("alternate",
                     para("<mc:AlternateContent><mc:Choice xmlns:zz=\"urn:nobody\" Requires=\"zz\">" + run("新") +
                          "</mc:Choice><mc:Fallback>" + run("旧") + "</mc:Fallback></mc:AlternateContent>"),
                     {"旧"}));
  all.push_back(text("formula",
                     para("<m:oMath><m:r><m:t>x=</m:t></m:r><m:f><m:num><m:r><m:t>3</m:t></m:r></m:num><m:den><m:r>"
                          "<m:t>4</m:t></m:r></m:den></m:f></m:oMath>"),
                     {"x=3/4"}));
  all.push_back(text("links",
                     para("<w:hyperlink w:anchor=\"a\">" + run("链") + "</w:hyperlink><w:smartTag w:element=\"e\">" +
                          run("签") + "</w:smartTag><w:customXml w:element=\"e\">" + run("标") + "</w:customXml>"),
                     {"链签标"}));
  return all;
}

}  // namespace gouji::test
