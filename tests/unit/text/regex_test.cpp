// SPDX-License-Identifier: Apache-2.0
#include "text/regex.hpp"

#include "support/catch.hpp"

using gouji::text::Regex;

TEST_CASE("a bad pattern is known before it is used") {
  CHECK_FALSE(Regex("(a").error().empty());
  CHECK_FALSE(Regex("(?P<x>a").error().empty());
  CHECK(Regex("(?P<x>[^一二三]*?)合计").error().empty());
}

TEST_CASE("groups are found by name, leftmost first") {
  const Regex regex("(?P<a>甲+)|(?P<b>乙)");
  CHECK(regex.group("a") == 1);
  CHECK(regex.group("b") == 2);
  CHECK(regex.group("c") == -1);
  std::vector<Regex::Group> groups;
  REQUIRE(regex.find("丙甲甲乙", 0, groups));
  CHECK(groups[0].begin == 3);
  CHECK(groups[1].end == 9);
  CHECK_FALSE(groups[2].matched());
  REQUIRE(regex.find("丙甲甲乙", 9, groups));
  CHECK(groups[2].matched());
  CHECK_FALSE(regex.find("丁", 0, groups));
}

TEST_CASE("special characters can be quoted") {
  std::vector<Regex::Group> groups;
  CHECK(Regex(Regex::quote("（a+b）*")).find("x（a+b）*", 0, groups));
}
