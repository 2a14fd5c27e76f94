// What a finding is recognised by: content ids that outlive moves and other rules, kin that outlives new figures.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>
#include <string>

#include "gouji/engine.hpp"
#include "support/catch.hpp"
#include "support/docx_builder.hpp"
#include "support/engine.hpp"
#include "support/golden.hpp"

using namespace gouji;

namespace {

const Engine& engine() { return test::shared_engine(); }

const std::string kStaff = "现有编制107名，其中行政编制38名，事业编制77名，工勤编制4名。\n";
const std::string kIncome = "2023年收入总计为5720.71万元，比上年收入增加3862.90万元，增加209%。\n";

Outcome check(const std::string& text, const std::string& path = "a.docx") {
  return engine().check_bytes(path, test::docx_from_plain(text));
}

std::set<std::string> ids(const Outcome& outcome) {
  std::set<std::string> out;
  for (const Finding& finding : outcome.findings) out.insert(finding.id);
  return out;
}

const Finding& only(const Outcome& outcome, const std::string& rule) {
  const auto at = std::find_if(outcome.findings.begin(), outcome.findings.end(),
                               [&](const Finding& finding) { return finding.rule == rule; });
  REQUIRE(at != outcome.findings.end());
  return *at;
}

}  // namespace

TEST_CASE("ids outlive a paragraph inserted above, another order and another file name") {
  const std::set<std::string> before = ids(check("# 一、基本情况\n" + kStaff + kIncome));
  REQUIRE(before.size() == 2);
  CHECK(ids(check("# 一、基本情况\n新写的一段话。\n" + kStaff + "又一段。\n" + kIncome)) == before);
  CHECK(ids(check(kIncome + "# 二、人员情况\n" + kStaff)) == before);
  CHECK(ids(check("# 一、基本情况\n" + kStaff + kIncome, "另一份.docx")) == before);
}

TEST_CASE("ids outlive blanks and full-width digits") {
  CHECK(ids(check("现有编制 １０７ 名，其中行政编制 38 名，事业编制 77 名，工勤编制 4 名。")) == ids(check(kStaff)));
}

TEST_CASE("an id does not depend on what other rules find") {
  const std::string bytes = test::read_text(test::source_root() + "/corpus/sample/report.docx").value_or("");
  const Outcome all = engine().check_bytes("report.docx", bytes);
  std::size_t compared = 0;
  for (const Finding& finding : all.findings) {
    EngineOptions options;
    options.select = {finding.rule};
    const Result<Engine> alone = engine().reselect(options);
    REQUIRE(alone.has_value());
    CHECK(ids(alone.value().check_bytes("report.docx", bytes)).count(finding.id) == 1);
    ++compared;
  }
  CHECK(compared > 10);
}

TEST_CASE("kin is what a finding keeps when its figures change") {
  const Outcome before = check(kStaff);
  const Outcome after = check("现有编制110名，其中行政编制38名，事业编制79名，工勤编制4名。\n");
  const Finding& old_one = only(before, "total/headcount");
  const Finding& new_one = only(after, "total/headcount");
  CHECK(old_one.id != new_one.id);
  CHECK(old_one.kin == new_one.kin);
  CHECK(old_one.kin != only(check(kIncome), "change/rate").kin);
  CHECK(old_one.kin.size() == old_one.id.size());
}
