// Limits by name, and what a budget allows.
// SPDX-License-Identifier: Apache-2.0
#include "gouji/limits.hpp"

#include <set>
#include <string>

#include "base/budget.hpp"
#include "support/catch.hpp"

using gouji::Budget;
using gouji::Limits;
using gouji::set_limit;

TEST_CASE("limits: every one has a name, a default and a meaning, and can be set") {
  std::set<std::string> names;
  for (const gouji::LimitInfo& limit : gouji::all_limits()) {
    INFO(limit.name);
    CHECK(names.insert(limit.name).second);
    CHECK(limit.value > 0);
    CHECK_FALSE(limit.meaning.zh.empty());
    CHECK_FALSE(limit.meaning.en.empty());
    Limits limits;
    CHECK_FALSE(set_limit(limits, limit.name, "7"));
    CHECK(set_limit(limits, limit.name, "7K").has_value() != limit.is_size);
  }
  CHECK(names.size() == 14);
}

TEST_CASE("limits: values") {
  Limits limits;
  CHECK_FALSE(set_limit(limits, "time", "5"));
  CHECK(limits.seconds == 5);
  CHECK_FALSE(set_limit(limits, "memory", "64m"));
  CHECK(limits.memory_bytes == 64ull << 20);
  for (const char* bad : {"", "0", "-1", "1.5", "x", "5s", "4294967296", "99999999999999999999"}) {
    INFO(bad);
    const auto error = set_limit(limits, "time", bad);
    REQUIRE(error);
    CHECK(error->code == "bad-limit");
    CHECK_FALSE(error->hint.zh.empty());
  }
  CHECK(set_limit(limits, "memory", "99999999999999G"));
  CHECK(set_limit(limits, "memory", "1KK"));
  CHECK(set_limit(limits, "tiem", "5"));
  CHECK(limits.seconds == 5);
}

TEST_CASE("budget: matching and memory run out for good, and say which") {
  Limits limits;
  limits.match_bytes = 1'000;
  const Budget matching(limits);
  CHECK(matching.match(500));
  CHECK_FALSE(matching.match(500));
  CHECK(matching.is_spent());
  CHECK_FALSE(matching.match(0));
  CHECK(matching.reason().code == "match-limit");
  limits.memory_bytes = 1'000;
  const Budget memory(limits);
  CHECK(memory.take_memory(1'000));
  CHECK_FALSE(memory.take_memory(1));
  CHECK(memory.is_spent_by_now());
  CHECK(memory.reason().code == "memory-limit");
}

TEST_CASE("budget: time runs out") {
  Limits limits;
  limits.seconds = 0;  // over as soon as the clock is asked
  Budget budget(limits);
  while (!budget.is_spent()) {
  }
  CHECK(budget.reason().code == "time-limit");
  CHECK_FALSE(budget.match(0));
}
