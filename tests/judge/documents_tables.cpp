// Grids: merged, missing, hidden and deleted cells and rows, tables in tables and in controls.
// SPDX-License-Identifier: Apache-2.0
#include "judge/documents.hpp"
#include "support/docx_builder.hpp"

namespace gouji::test {
namespace {

FidelityDocument grid(const std::string& name, const std::string& body, std::vector<std::string> lines) {
  DocxBuilder builder;
  return {name, builder.body(body + para(run("末"))).bytes(), std::move(lines), {}};
}

std::string span(int width) { return "<w:gridSpan w:val=\"" + std::to_string(width) + "\"/>"; }
const char* const kStart = "<w:vMerge w:val=\"restart\"/>";
const char* const kOn = "<w:vMerge/>";
const char* const kBy = " w:id=\"3\" w:author=\"a\" w:date=\"2024-01-01T00:00:00Z\"";

}  // namespace

std::vector<FidelityDocument> table_documents() {
  std::vector<FidelityDocument> all;
  all.push_back(grid("merged",
                     table(3, row(cell("项目", kStart) + cell("金额", span(2)), "<w:tblHeader/>") +
                                  row(cell("", kOn) + cell("预算") + cell("决算"), "<w:tblHeader/>") +
                                  row(cell("甲") + cell("1") + cell("2"))),
                     {"1,1+2x1 项目", "1,2+1x2 金额", "2,2 预算", "2,3 决算", "3,1 甲", "3,2 1", "3,3 2", "末"}));
  all.push_back(
      grid("grid-before-after",
           table(3, row(cell("a") + cell("b") + cell("c")) + row(cell("d") + cell("e"), "<w:gridBefore w:val=\"1\"/>") +
                        row(cell("f"), "<w:gridAfter w:val=\"2\"/>")),
           {"1,1 a", "1,2 b", "1,3 c", "2,2 d", "2,3 e", "3,1 f", "末"}));
  all.push_back(grid("missing-cells", table(3, row(cell("a") + cell("b") + cell("c")) + row(cell("d"))),
                     {"1,1 a", "1,2 b", "1,3 c", "2,1 d", "末"}));
  all.push_back(grid("deleted-row",
                     table(2, row(cell("a") + cell("b")) +
                                  row("<w:tc><w:p><w:r><w:delText>x</w:delText></w:r></w:p></w:tc><w:tc><w:p/></w:tc>",
                                      std::string("<w:del") + kBy + "/>") +
                                  row(cell("c") + cell("d"), std::string("<w:ins") + kBy + "/>")),
                     {"1,1 a", "1,2 b", "2,1 c", "2,2 d", "末"}));
  all.push_back(grid("deleted-cell",
                     table(3, row(cell("a") + cell("x", std::string("<w:cellDel") + kBy + "/>") + cell("c"))),
                     {"1,1 a", "1,2 c", "末"}));
  all.push_back(
      grid("tracked-merge",
           table(2, row(cell("甲", std::string("<w:cellMerge") + kBy + " w:vMerge=\"rest\"/>") + cell("1")) +
                        row(cell("", std::string("<w:cellMerge") + kBy + " w:vMerge=\"cont\"/>") + cell("2"))),
           {"1,1+2x1 甲", "1,2 1", "2,2 2", "末"}));
  all.push_back(grid("hidden-row", table(1, row(cell("a")) + row(cell("x"), "<w:hidden/>") + row(cell("c"))),
                     {"1,1 a", "2,1 c", "末"}));
  all.push_back(grid(
      "nested", table(2, row(cell("外") + "<w:tc><w:tcPr/>" + table(1, row(cell("内"))) + para(run("后")) + "</w:tc>")),
      {"1,1 外", "1,1 内", "1,2 后", "末"}));
  all.push_back(grid("controls-in-table",
                     "<w:sdt><w:sdtContent>" +
                         table(2, "<w:sdt><w:sdtContent>" +
                                      row(cell("a") + "<w:sdt><w:sdtContent>" + cell("b") + "</w:sdtContent></w:sdt>") +
                                      "</w:sdtContent></w:sdt>") +
                         "</w:sdtContent></w:sdt>",
                     {"1,1 a", "1,2 b", "末"}));
  all.push_back(grid("paragraphs-in-cell",
                     table(1, row("<w:tc><w:tcPr/>" + para(run("一")) + para(run("二")) + "</w:tc>")),
                     {"1,1 一/二", "末"}));
  return all;
}

}  // namespace gouji::test
