// What an outcome says when a limit is met: never silence.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>

#include "gouji/engine.hpp"
#include "support/catch.hpp"
#include "support/docx_builder.hpp"
#include "support/rules.hpp"

using gouji::Limits;
using gouji::Outcome;
using gouji::Status;

namespace {

Outcome check(const std::string& bytes, const Limits& limits) {
  gouji::EngineOptions options;
  options.rules_dir = gouji::tests::rules_dir();
  options.limits = limits;
  const auto engine = gouji::Engine::create(options);
  REQUIRE(engine);
  return engine.value().check_bytes("report.docx", bytes);
}

const gouji::Note* note(const Outcome& outcome, const std::string& code) {
  const auto found = std::find_if(outcome.notes.begin(), outcome.notes.end(),
                                  [&](const gouji::Note& each) { return each.code == code; });
  return found == outcome.notes.end() ? nullptr : &*found;
}

std::string report() {
  return gouji::test::docx_from_plain("# 一、情况\n收入120万元，其中：税收收入100万元，非税收入30万元。\n");
}

std::string cell(const std::string& text, const std::string& properties = {}) {
  return "<w:tc><w:tcPr>" + properties + "</w:tcPr><w:p><w:r><w:t>" + text + "</w:t></w:r></w:p></w:tc>";
}

}  // namespace

TEST_CASE("limits: memory and time that end while the document is read fail it") {
  Limits limits;
  limits.memory_bytes = 3'000;
  Outcome outcome = check(report(), limits);
  CHECK(outcome.status == Status::failed);
  REQUIRE(outcome.error);
  CHECK(outcome.error->code == "memory-limit");
  CHECK_FALSE(outcome.error->where.empty());
  limits = {};
  limits.seconds = 0;
  outcome = check(report(), limits);
  REQUIRE(outcome.error);
  CHECK(outcome.error->code == "time-limit");
  CHECK(outcome.findings.empty());
}

TEST_CASE("limits: matching that ends during the checks leaves what was done, and names the rest") {
  const Outcome whole = check(report(), {});
  REQUIRE(whole.status == Status::checked);
  CHECK(whole.notes.empty());
  Limits limits;
  limits.match_bytes = 1;
  const Outcome outcome = check(report(), limits);
  CHECK(outcome.status == Status::checked);
  const gouji::Note* said = note(outcome, "match-limit");
  REQUIRE(said != nullptr);
  CHECK(said->where.find('/') != std::string::npos);
  CHECK(outcome.coverage.rules.size() < whole.coverage.rules.size());
}

TEST_CASE("limits: a table beyond the limit of cells is text") {
  Limits limits;
  limits.table_cells = 1'000;
  const std::string wide = "<w:gridSpan w:val=\"1000\"/>";
  const std::string body = "<w:tbl><w:tr>" + cell("项目") + cell("金额（万元）", wide) + "</w:tr><w:tr>" +
                           cell("合计") + cell("12", wide) + "</w:tr></w:tbl>";
  const Outcome outcome = check(gouji::test::DocxBuilder().body(body).bytes(), limits);
  CHECK(outcome.status == Status::checked);
  CHECK(outcome.coverage.tables == 1);
  CHECK(outcome.coverage.facts > 0);
  REQUIRE(note(outcome, "table-limit") != nullptr);
  CHECK(note(outcome, "table-limit")->where == "table 1");
}

TEST_CASE("limits: a paragraph read in pieces is one paragraph, and is told of") {
  std::string text;
  for (int i = 0; i < 3'000; ++i) text += "项目由办公室牵头按时完成年度目标。";
  const Outcome outcome = check(gouji::test::docx_from_plain(text + "\n支出10万元。\n"), {});
  CHECK(outcome.coverage.paragraphs == 2);
  REQUIRE(note(outcome, "long-paragraph") != nullptr);
  CHECK(note(outcome, "long-paragraph")->message.en.substr(0, 2) == "1 ");
}

TEST_CASE("limits: a value shown many times does not fill the memory") {
  gouji::test::DocxBuilder builder;
  std::string controls;
  for (int i = 0; i < 2'000; ++i) {
    controls +=
        "<w:sdt><w:sdtPr><w:dataBinding w:xpath=\"/coreProperties/title\"/><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
        "<w:p><w:r><w:t>点击</w:t></w:r></w:p></w:sdtContent></w:sdt>";
  }
  builder.body(controls).entry("docProps/core.xml",
                               "<coreProperties><title>" + std::string(100'000, 'x') + "</title></coreProperties>");
  auto entries = builder.entries();
  const std::string core =
      "<Relationship Id=\"rId9\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/"
      "core-properties\" Target=\"docProps/core.xml\"/></Relationships>";
  std::string& relations = entries[1].second;
  relations.replace(relations.find("</Relationships>"), std::string::npos, core);
  Limits limits;
  limits.memory_bytes = 20 << 20;  // what is shown would be 200 MB
  const Outcome outcome = check(gouji::test::zip_bytes(entries), limits);
  REQUIRE(outcome.error);
  CHECK(outcome.error->code == "memory-limit");
}

TEST_CASE("limits: a signature is told of") {
  auto entries = gouji::test::DocxBuilder().body("<w:p/>").entries();
  std::string& relations = entries[1].second;
  relations.replace(relations.find("</Relationships>"), std::string::npos,
                    "<Relationship Id=\"rId9\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/"
                    "digital-signature/origin\" Target=\"_xmlsignatures/origin.sigs\"/></Relationships>");
  CHECK(note(check(gouji::test::zip_bytes(entries), {}), "signed") != nullptr);
}
