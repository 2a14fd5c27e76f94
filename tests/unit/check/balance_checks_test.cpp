// Balances, counts and lengths of time: one cause, one finding, with the diagnosis. (Wordings: the rules' examples.)
// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "gouji/engine.hpp"
#include "support/catch.hpp"
#include "support/rules.hpp"

namespace {

gouji::Outcome check(std::string_view text) {
  gouji::EngineOptions options;
  options.rules_dir = gouji::tests::rules_dir();
  auto engine = gouji::Engine::create(options);
  REQUIRE(engine.has_value());
  return engine.value().check_plain("test", text);
}

}  // namespace

TEST_CASE("A closing balance with swapped digits: one error with its cause") {
  const auto outcome =
      check("年初结转和结余120.35万元，本年收入2,310.40万元，本年支出2,298.75万元，年末结转和结余123.00万元。");
  REQUIRE(outcome.findings.size() == 1);
  CHECK(outcome.findings[0].rule == "balance/flow");
  CHECK(outcome.findings[0].severity == gouji::Severity::error);
  CHECK(outcome.findings[0].expected == "132.00");
  CHECK(outcome.findings[0].cause.zh.find("颠倒") != std::string::npos);
}

TEST_CASE("Without an opening balance the value that would close is told, as a warning") {
  const auto outcome = check(
      "2023年收入总计842.60万元，其中：财政拨款收入830.00万元，其他收入12.60万元。当年支出总计830.00万元。"
      "年末结转结余共计41.30万元，其中：财政拨款结转结余28.70万元，其他资金结余12.60万元。");
  REQUIRE(outcome.findings.size() == 1);
  CHECK(outcome.findings[0].rule == "balance/flow");
  CHECK(outcome.findings[0].severity == gouji::Severity::warning);
  CHECK(outcome.findings[0].message.zh.find("28.70") != std::string::npos);
}

TEST_CASE("A term in another paragraph lowers an error to a warning") {
  const auto outcome = check(
      "# 二、收支情况\n上年结转和结余64.20万元。\n本年收入合计1,286.50万元。\n本年支出合计1,301.90万元。\n"
      "年末结转和结余84.80万元。");
  REQUIRE(outcome.findings.size() == 1);
  CHECK(outcome.findings[0].severity == gouji::Severity::warning);
}

TEST_CASE("Both ways of counting days are right, a third is not") {
  CHECK(check("工程2023年3月10日开工，2023年6月28日竣工，历时110天。").findings.empty());
  CHECK(check("工程2023年3月10日开工，2023年6月28日竣工，历时111天。").findings.empty());
  const auto outcome = check("工程2023年3月10日开工，2023年6月28日竣工，历时112天。");
  REQUIRE(outcome.findings.size() == 1);
  CHECK(outcome.findings[0].rule == "date/duration");
}

TEST_CASE("分别: as many figures as names; two groups are not judged") {
  const auto outcome = check("一、二、三季度支出进度分别为21.40%、47.85%。");
  REQUIRE(outcome.findings.size() == 1);
  CHECK(outcome.findings[0].rule == "count/parallel");
  CHECK(check("2022年、2023年收入和支出分别为120万元、118万元、135万元、131万元。").findings.empty());
}
