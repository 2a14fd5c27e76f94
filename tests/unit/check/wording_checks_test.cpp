// What the checks on wording report: which words, how often, with which places. (Wordings are in the rules' examples.)
// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "check/shared_words.hpp"
#include "gouji/engine.hpp"
#include "support/catch.hpp"
#include "support/rules.hpp"

namespace {

gouji::Outcome check(std::string_view text, std::vector<std::string> select) {
  gouji::EngineOptions options;
  options.rules_dir = gouji::tests::rules_dir();
  options.select = std::move(select);
  auto engine = gouji::Engine::create(options);
  REQUIRE(engine.has_value());
  return engine.value().check_plain("test", text);
}

}  // namespace

TEST_CASE("One placeholder in many places is one finding", "[check]") {
  const auto outcome = check("20XX年，完成改造18户。\n20XX年，培训120人次，支出XX万元。", {"placeholder"});
  REQUIRE(outcome.findings.size() == 2);
  CHECK(outcome.findings[0].rule == "placeholder/token");
  CHECK(outcome.findings[0].evidence.size() == 2);
  CHECK(outcome.findings[0].actual == "20XX年");
}

TEST_CASE("A claim is quoted with what speaks against it", "[check]") {
  const auto outcome = check("工程款已全部支付，群众满意。\n存在问题：项目支付进度偏慢。", {"claim"});
  REQUIRE(outcome.findings.size() == 1);
  CHECK(outcome.findings[0].rule == "claim/full-vs-gap");
  REQUIRE(outcome.findings[0].evidence.size() == 2);
  CHECK(outcome.findings[0].evidence[1].quote.find("偏慢") != std::string::npos);
}

TEST_CASE("Modest words beside a perfect score are only an info", "[check]") {
  const auto outcome = check("自评得分100分。\n四、存在问题\n指标设置有待完善。", {"claim"});
  REQUIRE(outcome.findings.size() == 1);
  CHECK(outcome.findings[0].severity == gouji::Severity::info);
}

TEST_CASE("A rate below 100% anywhere explains a slow payment", "[check]") {
  const auto outcome = check("甲工程资金支付率100%。\n存在问题：项目支付进度偏慢。\n乙工程支付率85.20%。", {"claim"});
  CHECK(outcome.findings.empty());
}

TEST_CASE("Another unit's words are told with the own unit's name", "[check]") {
  const auto outcome = check("填报单位：某市水务局\n我局负责供水。我校教学条件改善。", {"placeholder"});
  REQUIRE(outcome.findings.size() == 1);
  CHECK(outcome.findings[0].actual == "我校");
  CHECK(outcome.findings[0].evidence.back().quote == "某市水务局");
}

TEST_CASE("Likeness of names counts characters", "[check]") {
  using gouji::check::edit_distance;
  using gouji::check::longest_shared;
  CHECK(longest_shared("党群服务中心一期建设", "市党建指导中心一期建设资金") == 6);
  CHECK(longest_shared("", "甲") == 0);
  CHECK(edit_distance("强基铸魂", "强根铸魂", 2) == 1);
  CHECK(edit_distance("一二三四五", "甲乙丙丁戊", 2) == 3);
  CHECK(edit_distance("办法", "管理办法", 1) == 2);
}
