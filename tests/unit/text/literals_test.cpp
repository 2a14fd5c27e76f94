// SPDX-License-Identifier: Apache-2.0
#include "text/literals.hpp"

#include "support/catch.hpp"

using gouji::text::required_literals;
using Words = std::vector<std::string>;

TEST_CASE("the longest stretch that every match holds") {
  CHECK(required_literals("执行率[0-9]+%") == Words{"执行率"});
  CHECK(required_literals("预算.{0,8}执行率") == Words{"执行率"});
  CHECK(required_literals("（?合计）?") == Words{"合计"});
  CHECK(required_literals("a+b") == Words{"a"});
  CHECK(required_literals("ab{2,3}c") == Words{"ab"});
  CHECK(required_literals(R"(\(x\))") == Words{"(x)"});
}

TEST_CASE("of alternatives one must be there") {
  CHECK(required_literals("增加|减少") == Words{"增加", "减少"});
  CHECK(required_literals("(?:增加|减少)了?(?P<x>[0-9])") == Words{"增加", "减少"});
  CHECK(required_literals("比(?:上年|去年同期)") == Words{"上年", "去年同期"});
}

TEST_CASE("nothing is required where nothing must be there") {
  CHECK(required_literals("增加|[0-9]").empty());
  CHECK(required_literals("(?:增加)?[0-9]").empty());
  CHECK(required_literals("(?:增加){0,2}").empty());
  CHECK(required_literals("(?i)abc").empty());
  CHECK(required_literals("[[:alpha:]]合计").empty());
  CHECK(required_literals(R"(\x41合计)").empty());
  CHECK(required_literals("").empty());
  CHECK(required_literals("[^]合]计?").empty());
}
