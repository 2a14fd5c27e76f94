// How lists of names are split.
// SPDX-License-Identifier: Apache-2.0
#include "check/count_members.hpp"

#include "support/catch.hpp"

using gouji::check::split_members;

TEST_CASE("lists are split at 、 or ； outside brackets", "[check]") {
  CHECK(split_members("种子站、植保站、农机站。其余略。").members.size() == 3);
  CHECK(split_members("甲中心（挂牌、合署）；乙中心；丙中心。").members.size() == 3);
  CHECK(split_members("办公室、财务股，均为内设机构。").members.size() == 2);
  CHECK(split_members("甲镇、乙乡）的灌渠").members.size() == 2);
}

TEST_CASE("和 joins two members or belongs to a name", "[check]") {
  const auto name = split_members("财政局、发展和改革局。").readings.front();
  CHECK(name.least == 2);
  CHECK(name.most == 3);
  const auto joined = split_members("教育局、交通局和城管局。").readings.front();
  CHECK(joined.least == 3);
}

TEST_CASE("mixed marks give no plain reading", "[check]") {
  CHECK(split_members("甲、乙；丙、丁。").is_mixed);
  CHECK_FALSE(split_members("甲局、乙局、丙局。").is_mixed);
}
