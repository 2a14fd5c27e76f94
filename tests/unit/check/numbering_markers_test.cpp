// Enumerators in running text.
// SPDX-License-Identifier: Apache-2.0
#include "check/numbering_markers.hpp"

#include "support/catch.hpp"

using gouji::check::inline_markers;

TEST_CASE("enumerators stand behind a mark and before words", "[check]") {
  const auto markers = inline_markers("存在问题：一是进度慢；二是制度不全。主要职责：1.拟订规划。2.组织实施。");
  REQUIRE(markers.size() == 4);
  CHECK(markers[0].marker.number == 1);
  CHECK(markers[0].has_lead);
  CHECK_FALSE(markers[1].has_lead);
  CHECK(markers[3].marker.number == 2);
}

TEST_CASE("references, formulas, decimals and quotations are no enumerators", "[check]") {
  for (const char* text : {"得分=①÷②×100%", "统一是前提", "增长1.5万元", "全市排名第一，", "“一是一、二是二”",
                           "周三是例会", "见（1）和（2）"}) {
    INFO(text);
    CHECK(inline_markers(text).empty());
  }
}
