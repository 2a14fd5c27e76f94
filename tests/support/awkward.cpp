// SPDX-License-Identifier: Apache-2.0
#include "support/awkward.hpp"

#include <memory>

#include "base/utf8.hpp"

namespace gouji::test {
namespace {

Place paragraph(std::string heading, std::uint32_t number, std::uint32_t start, std::uint32_t order) {
  Place place;
  place.part = "document";
  place.heading = std::move(heading);
  place.paragraph = number;
  place.start = start;
  place.order = order;
  place.line = number;
  place.entry = "word/document.xml";
  return place;
}

Evidence quote(std::string role, std::string text, Place place, std::uint32_t mark_start = 0,
               std::uint32_t mark_end = 0) {
  place.end = place.start + utf8::count(text);
  return {std::move(role), std::move(text), std::move(place), mark_start, mark_end};
}

Finding sum() {
  Finding finding{"00112233aabbccdd",
                  "total/headcount",
                  Severity::error,
                  Confidence::high,
                  {"编制分项之和与总数不符", "Parts do not add up"},
                  {"38 + 77 + 4 = 119 ≠ 107，相差 12", "38 + 77 + 4 = 119 ≠ 107, difference 12"},
                  "119",
                  "107",
                  {},
                  {}};
  const std::string heading = "一、单位基本情况/（一）机构设置";
  finding.evidence.push_back(quote("total", "现有编制 107 名", paragraph(heading, 12, 38, 100), 5, 8));
  finding.evidence.push_back(quote("part", "事业编制７７名", paragraph(heading, 12, 61, 130), 4, 6));
  finding.evidence.push_back(quote("part", "其中行政编制 38 名，事业", paragraph(heading, 12, 49, 110), 7, 9));
  return finding;
}

Finding cell() {
  Finding finding{"0f",
                  "unit/cell-unit-vs-header",
                  Severity::warning,
                  Confidence::medium,
                  {"单位不符 <b>&\"引号\"", "Unit <b>&\"quoted\""},
                  {},
                  "100.00 万元",
                  "100.00 元",
                  {"单位错写", "wrong unit"},
                  {}};
  Place place;
  place.part = "footnotes";
  place.table = 3;
  place.row = 2;
  place.column = 4;
  place.order = 300;
  finding.evidence.push_back(quote("value", "100.00\n元\t=cmd()", place, 0, 6));
  finding.evidence.push_back(quote("header", "\x1b[31m红\xE2\x80\xAE反", paragraph("二、其他", 2, 0, 500)));
  return finding;
}

Finding bare() {
  return {"1f",
          "numbering/heading-sequence",
          Severity::info,
          Confidence::low,
          {"标题序号不连续", ""},
          {"（一）→（三）\n一、→三、", ""},
          "（二）",
          "（三）",
          {},
          {}};
}

Finding suppressed() {
  Finding finding = sum();
  finding.id = "3f";
  finding.standing = {Standing::Kind::suppressed, true, "经核实|口径不同\n<b>", "张三", "2027-01-31",
                      "gouji.suppress.toml:3"};
  return finding;
}

Finding known() {
  Finding finding = cell();
  finding.id = "4f";
  finding.severity = Severity::error;
  finding.standing.kind = Standing::Kind::known;
  finding.standing.is_compared = true;
  return finding;
}

Finding in_sheet() {
  Finding finding = bare();
  finding.id = "5f";
  finding.severity = Severity::warning;
  finding.expected = "-1,200.00";
  finding.actual = "=1+1";
  Place place;
  place.part = "sheet:表'1";
  place.table = 1;
  place.row = 3;
  place.column = 2;
  place.cell = "B12";
  place.entry = "xl/worksheets/sheet1.xml";
  place.line = 7;
  finding.evidence.push_back(quote("value", "@𠮷,\"合计\"", place, 0, 1));
  return finding;
}

Finding long_quote() {
  Finding finding{"2f",
                  "change/rate",
                  Severity::error,
                  Confidence::high,
                  {"增减幅不符", "Rate does not follow"},
                  {"1 ÷ 2", "1 ÷ 2"},
                  "",
                  "",
                  {},
                  {}};
  std::string text;
  for (int i = 0; i < 12; ++i) text += "部门整体支出较上年增加，";
  text += "增加209%。";
  finding.evidence.push_back(quote("rate", text, paragraph("二、其他", 9, 0, 900), 140, 152));
  return finding;
}

TextParagraph line(std::uint32_t number, std::string text) {
  return {"document", number, "", std::move(text), 0, false};
}

/// A table with merged cells, a gap, a table in a cell and markup in its words.
void add_tables(DocumentText& text) {
  TextTable outer;
  outer.part = "document";
  outer.number = 1;
  outer.rows = 3;
  outer.columns = 3;
  outer.header_rows = 1;
  outer.cells = {{1, 1, 2, 1, "项目<i>", {}},   {1, 2, 1, 2, "金额（万元）", {}}, {2, 2, 1, 1, "1,234.50", {}},
                 {2, 3, 1, 1, "（12.30）", {}}, {3, 1, 1, 1, "合计", {}},         {3, 3, 1, 1, "甲\n乙", {}}};
  TextTable inner;
  inner.part = "document";
  inner.number = 2;
  inner.rows = 1;
  inner.columns = 1;
  inner.parent_table = 1;
  inner.parent_row = 3;
  inner.parent_column = 1;
  inner.cells = {{1, 1, 1, 1, "表中表 & 100%", {}}};
  TextTable note;
  note.part = "footnotes";
  note.number = 3;
  note.rows = 2;
  note.columns = 4;
  note.cells = {{2, 4, 1, 1, "100.00\n元\t=cmd()", {}}};
  TextTable sheet;
  sheet.part = "sheet:表'1";
  sheet.number = 1;
  sheet.rows = 3;
  sheet.columns = 2;
  sheet.cells = {{2, 1, 1, 1, "甲", "A11"}, {3, 2, 1, 1, "@𠮷,\"合计\"", "B12"}};
  text.blocks.emplace_back(outer);
  text.blocks.emplace_back(inner);
  text.blocks.emplace_back(note);
  text.blocks.emplace_back(sheet);
}

/// Where the findings of `full` stand, among all that is awkward in a page.
std::shared_ptr<const DocumentText> awkward_text() {
  DocumentText text;
  TextParagraph title = line(1, "关于<script>alert(1)</script>的报告");
  title.is_centered = true;
  TextParagraph heading = line(3, "单位基本情况");
  heading.label = "一、";
  heading.heading_level = 1;
  std::string long_line;
  for (int i = 0; i < 12; ++i) long_line += "部门整体支出较上年增加，";
  text.blocks.emplace_back(title);
  text.blocks.emplace_back(line(2, "\x1b[31m红\xE2\x80\xAE反"));
  text.blocks.emplace_back(heading);
  text.blocks.emplace_back(line(4, ""));
  text.blocks.emplace_back(line(9, long_line + "增加209%。"));
  text.blocks.emplace_back(line(12, std::string("𠮷野家&<") + std::string(33, '.') +
                                        "现有编制 107 名，其中行政编制 38 名，事业编制７７名。\r\x01</p>"));
  add_tables(text);
  return std::make_shared<const DocumentText>(std::move(text));
}

}  // namespace

std::vector<Note> awkward_notes() {
  return {{"suppression-stale",
           {"忽略条目没有用上：total/headcount", "a suppression met nothing: total/headcount"},
           "gouji.suppress.toml:7"}};
}

std::vector<Outcome> awkward_outcomes() {
  Outcome full;
  full.path = "报告/a b\"c.docx";
  full.sha256 = std::string(64, 'a');
  full.status = Status::checked;
  full.genre = "self-evaluation";
  full.coverage = {131, 1, 402, {23, 4, 1, 9}, {{"total/headcount", {1, 1, 0, 2}, {"units differ"}}}};
  full.notes.push_back(
      {"image-only", {"第 2 页是图片，没有读", "page 2 is a picture and was not read"}, "word/media/image1.png"});
  full.findings = {bare(), sum(), cell(), long_quote(), suppressed(), known(), in_sheet()};
  full.text = awkward_text();

  Outcome clean;
  clean.path = "clean.docx";
  clean.sha256 = std::string(64, 'b');
  clean.status = Status::checked;
  clean.genre = "unknown";
  clean.coverage.relations = {3, 0, 1, 2};

  Outcome failed;
  failed.path = "broken\xFF.docx";
  failed.error = Error{
      "encrypted", {"文件已加密", "the file is encrypted"}, {"请取消密码后另存", "remove the password"}, "broken.docx"};
  return {full, clean, failed};
}

}  // namespace gouji::test
