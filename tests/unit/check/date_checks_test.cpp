// One wrong date gives one finding, with the places it rests on. (Wordings are in the rules' examples.)
// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "gouji/engine.hpp"
#include "support/catch.hpp"
#include "support/rules.hpp"

namespace {

gouji::Outcome check(std::string_view text) {
  gouji::EngineOptions options;
  options.rules_dir = gouji::tests::rules_dir();
  options.select = {"date", "period"};
  auto engine = gouji::Engine::create(options);
  REQUIRE(engine.has_value());
  return engine.value().check_plain("test", text);
}

}  // namespace

TEST_CASE("A group that precedes its notice: one warning with four places") {
  const auto outcome = check(
      "整体绩效自评报告\n评价年度：2023年度\n填报日期：2024年8月27日\n"
      "根据《关于开展2023年度绩效评价的通知（某财绩〔2024〕4号）》要求，开展自评。\n"
      "（一）评价小组情况。2023年8月24日成立绩效目标评价工作领导小组，2023年8月24日召开成立自评小组会议。");
  REQUIRE(outcome.findings.size() == 1);
  const gouji::Finding& finding = outcome.findings[0];
  CHECK(finding.rule == "date/event-order");
  CHECK(finding.expected == "2024年8月24日");
  CHECK(finding.evidence.size() == 4);
  CHECK_FALSE(finding.cause.empty());
}

TEST_CASE("A year that lost a digit is found once, in contents and heading") {
  const auto outcome = check("# 某局2023年度部门决算说明\n# 第三部分 202年度部门决算情况说明\n本节说明202年度收支。");
  REQUIRE(outcome.findings.size() == 1);
  CHECK(outcome.findings[0].rule == "date/validity");
  CHECK(outcome.findings[0].expected == "2023年");
  CHECK(outcome.findings[0].evidence.size() == 2);
}

TEST_CASE("A filing date inside the year is not reported against document numbers, too") {
  const auto outcome = check(
      "整体绩效自评报告\n评价年度：2023年度\n填报日期：2023年8月27日\n根据《自评通知》（某财绩〔2024〕4号），填写本报告。\n一、概况");
  REQUIRE(outcome.findings.size() == 1);
  CHECK(outcome.findings[0].rule == "date/report-vs-period");
}

TEST_CASE("Many incomplete dates are one remark on the text") {
  const auto outcome = check("2023年13月，2023年14月，2023年15月，2023年2月31日。");
  REQUIRE(outcome.findings.size() == 1);
  CHECK(outcome.findings[0].severity == gouji::Severity::info);
}
