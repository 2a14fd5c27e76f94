// SPDX-License-Identifier: Apache-2.0
#include "engine/merge.hpp"

#include "support/catch.hpp"

using namespace gouji;

namespace {

engine::RuleDraft draft(const std::string& rule, Severity severity, const std::vector<std::uint32_t>& marks) {
  check::Draft made;
  made.severity = severity;
  made.working = {rule + " zh", rule + " en"};
  for (const std::uint32_t at : marks) made.evidence.push_back({"part", 0, {at, at + 9}, {at, at + 2}});
  return {rule, made};
}

std::vector<std::string> rules_of(const std::vector<engine::RuleDraft>& drafts) {
  std::vector<std::string> rules;
  for (const engine::RuleDraft& one : drafts) rules.push_back(one.rule);
  return rules;
}

}  // namespace

TEST_CASE("drafts on the same first mark are one, led by the severer") {
  const auto merged =
      engine::merge({draft("b/two", Severity::warning, {10, 20}), draft("a/one", Severity::error, {10, 30})});
  REQUIRE(rules_of(merged) == std::vector<std::string>{"a/one"});
  CHECK(merged[0].draft.severity == Severity::error);
  CHECK(merged[0].draft.evidence.size() == 3);
  CHECK(merged[0].draft.working.zh == "a/one zh\nb/two zh");
}

TEST_CASE("at equal severity the more telling rule leads") {
  const auto merged = engine::merge(
      {draft("ratio/share", Severity::error, {10, 20}), draft("total/headcount", Severity::error, {20, 10, 30})});
  CHECK(rules_of(merged) == std::vector<std::string>{"total/headcount"});
}

TEST_CASE("two shared marks are one cause, one shared mark is not") {
  CHECK(
      rules_of(engine::merge({draft("a/a", Severity::error, {1, 20, 30}), draft("b/b", Severity::error, {2, 20, 30})}))
          .size() == 1);
  CHECK(rules_of(engine::merge({draft("a/a", Severity::error, {1, 20}), draft("b/b", Severity::error, {2, 20})}))
            .size() == 2);
}

TEST_CASE("merging does not spread through what was taken over") {
  const auto merged =
      engine::merge({draft("total/headcount", Severity::error, {1, 2, 3}),
                     draft("ratio/a", Severity::error, {9, 2, 3, 7, 8}), draft("zzz/z", Severity::error, {5, 7, 8})});
  CHECK(rules_of(merged) == std::vector<std::string>{"total/headcount", "zzz/z"});
}

TEST_CASE("marks in different passages differ") {
  auto other = draft("b/b", Severity::error, {10});
  other.draft.evidence[0].passage = 1;
  CHECK(engine::merge({draft("a/a", Severity::error, {10}), other}).size() == 2);
}

TEST_CASE("drafts without evidence stand alone") {
  CHECK(engine::merge({draft("a/a", Severity::error, {}), draft("b/b", Severity::error, {})}).size() == 2);
}

TEST_CASE("drafts that want the same value of the same figure are one, led to that figure") {
  auto sum = draft("total/table-column", Severity::error, {100, 10, 20});
  auto row = draft("total/table-row", Severity::error, {200, 20, 30});
  sum.draft.corrections = {{0, {100, 102}, Interval::point(50)}, {0, {20, 22}, Interval::point(7)}};
  row.draft.corrections = {{0, {200, 202}, Interval::point(60)}, {0, {20, 22}, Interval::around(7, 1)}};
  const auto merged = engine::merge({sum, row});
  REQUIRE(merged.size() == 1);
  CHECK(merged[0].draft.evidence.front().mark.begin == 20);
  CHECK(merged[0].draft.evidence.size() == 5);
}

TEST_CASE("drafts that share figures but want other values of them are two") {
  auto sum = draft("total/text-enumeration", Severity::error, {10, 20, 30});
  auto share = draft("ratio/share", Severity::error, {40, 10, 20});
  sum.draft.corrections = {{0, {10, 12}, Interval::point(50)}, {0, {20, 22}, Interval::point(7)}};
  share.draft.corrections = {{0, {10, 12}, Interval::point(90)}, {0, {20, 22}, Interval::point(3)}};
  CHECK(engine::merge({sum, share}).size() == 2);
}

TEST_CASE("two values that changed places are one fault") {
  facts::FactTable facts;
  facts::Fact first;
  first.span = {20, 22};
  first.value = Rational(7);
  facts::Fact second;
  second.span = {40, 42};
  second.value = Rational(9);
  facts.facts = {first, second};
  facts.facts_of = {{0, 2}};
  auto row = draft("total/table-row", Severity::error, {20, 10});
  auto next_row = draft("total/table-row", Severity::error, {40, 30});
  row.draft.corrections = {{0, {20, 22}, Interval::point(9)}};
  next_row.draft.corrections = {{0, {40, 42}, Interval::point(7)}};
  CHECK(engine::merge({row, next_row}).size() == 2);
  const auto merged = engine::merge({row, next_row}, &facts);
  REQUIRE(merged.size() == 1);
  CHECK(merged[0].draft.cause.zh.find("对调") != std::string::npos);

  // the two figures compared with each other are no exchange
  row.draft.evidence.push_back({"other", 0, {40, 49}, {40, 42}});
  next_row.draft.evidence.clear();
  next_row.draft.evidence.push_back({"figure", 0, {40, 49}, {40, 42}});
  CHECK(engine::merge({row, next_row}, &facts).size() == 2);
}
