// Fields, form fields, content controls.
// SPDX-License-Identifier: Apache-2.0
#include "judge/documents.hpp"
#include "support/docx_builder.hpp"

namespace gouji::test {
namespace {

std::string mark(const std::string& type, const std::string& inner = {}) {
  return "<w:r><w:fldChar w:fldCharType=\"" + type + "\">" + inner + "</w:fldChar></w:r>";
}
std::string code(const std::string& words) {
  return "<w:r><w:instrText xml:space=\"preserve\"> " + words + " </w:instrText></w:r>";
}
std::string field(const std::string& words, const std::string& result) {
  return mark("begin") + code(words) + mark("separate") + result + mark("end");
}
std::string form(const std::string& data, const std::string& words) {
  return mark("begin", "<w:ffData><w:name w:val=\"f\"/><w:enabled/>" + data + "</w:ffData>") + code(words) +
         mark("end");
}
std::string control(const std::string& properties, const std::string& content) {
  return "<w:sdt><w:sdtPr>" + properties + "</w:sdtPr><w:sdtContent>" + content + "</w:sdtContent></w:sdt>";
}

FidelityDocument text(const std::string& name, const std::string& body, std::vector<std::string> lines) {
  DocxBuilder builder;
  return {name, builder.body(body).bytes(), std::move(lines), {}};
}

constexpr const char* kW14 = " xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\"";

std::string checkbox(bool checked) {
  return std::string("<w14:checkbox") + kW14 + "><w14:checked w14:val=\"" + (checked ? "1" : "0") +
         "\"/></w14:checkbox>";
}

FidelityDocument bound() {
  const std::string path =
      " w:prefixMappings=\"xmlns:n='urn:n'\" w:xpath=\"/n:root[1]/n:unit[1]\" "
      "w:storeItemID=\"{00000000-1111-2222-3333-444444444444}\"/>";
  DocxBuilder builder;
  builder.body(para(run("单位：") + control("<w:dataBinding" + path + "<w:text/>", "<w:r><w:t/></w:r>")) +
               control("<w:dataBinding" + path + "<w:text/>", para(run("旧值"))) +
               control("<w:showingPlcHdr/><w:dataBinding" + path + "<w:text/>", para(run("单击此处输入"))));
  builder.relation("rIdData", "customXml", "../customXml/item1.xml");
  builder.entry("customXml/item1.xml", "<root xmlns=\"urn:n\"><unit>市财政局</unit></root>");
  builder.entry("customXml/itemProps1.xml",
                "<ds:datastoreItem ds:itemID=\"{00000000-1111-2222-3333-444444444444}\" "
                "xmlns:ds=\"http://schemas.openxmlformats.org/officeDocument/2006/customXml\"/>",
                "application/vnd.openxmlformats-officedocument.customXmlProperties+xml");
  builder.entry("customXml/_rels/item1.xml.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship "
                "Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXmlProps\" "
                "Target=\"itemProps1.xml\"/></Relationships>");
  return {"bound-controls", builder.bytes(), {"单位：市财政局", "市财政局", "市财政局"}, {}};
}

}  // namespace

std::vector<FidelityDocument> field_documents() {
  std::vector<FidelityDocument> all;
  all.push_back(text("fields",
                     para(run("见表") + field("REF t \\h", run("3")) + run("，合计") +
                          field("=SUM(ABOVE)", run("120")) + run("，表") + field("SEQ 表", run("4"))),
                     {"见表3，合计120，表4"}));
  all.push_back(
      text("nested-fields", para(field("IF 1=1", run("甲") + field("REF x", run("乙")) + run("丙"))), {"甲乙丙"}));
  all.push_back(text("contents",
                     para(field("TOC \\o", run("一、概况")) + "<w:r><w:tab/></w:r>" + run("1")) + para(run("一、概况")),
                     {"一、概况\t1", "一、概况"}));
  all.push_back(text("enclosed",
                     para(mark("begin") + code("eq \\o\\ac(○,1)") + mark("end") + run("目标") + mark("begin") +
                          code("EQ \\* jc2 \\* \"Font:宋体\" \\* hps10 \\o\\ad(\\s\\up 9(zhāng),张)") + mark("end") +
                          mark("begin") + code("EQ \\f(1,3)") + mark("end")),
                     {"①目标张1/3"}));
  all.push_back(text("computed-fields",
                     para(mark("begin") + code("MACROBUTTON NoMacro 点击输入") + mark("end") + mark("begin") +
                          code("SYMBOL 254 \\f \"Wingdings\"") + mark("end")),
                     {"点击输入☑"}));
  all.push_back(
      text("form-fields",
           para(form("<w:checkBox><w:sizeAuto/><w:default w:val=\"0\"/><w:checked/></w:checkBox>", "FORMCHECKBOX") +
                run("是") + form("<w:checkBox><w:sizeAuto/><w:default w:val=\"0\"/></w:checkBox>", "FORMCHECKBOX") +
                run("否")) +
               para(form("<w:ddList><w:result w:val=\"1\"/><w:listEntry w:val=\"优\"/><w:listEntry w:val=\"良\"/>"
                         "</w:ddList>",
                         "FORMDROPDOWN")) +
               para(field("FORMTEXT", run("填写"))),
           {"☒是☐否", "良", "填写"}));
  all.push_back(
      text("checkboxes",
           para(control(checkbox(true), run("☑")) + run("是") + control(checkbox(false), run("☐")) + run("否")) +
               para(control(checkbox(true), "<w:r/>") + run("空")),
           {"☑是☐否", "☒空"}));
  all.push_back(text(
      "controls",
      control("<w:alias w:val=\"a\"/>", para(run("块"))) +
          para(control("<w:dropDownList><w:listItem w:displayText=\"优\" w:value=\"1\"/></w:dropDownList>", run("优")) +
               run("级")),
      {"块", "优级"}));
  all.push_back(bound());
  return all;
}

}  // namespace gouji::test
