// List markers and what only looks like one.
// SPDX-License-Identifier: Apache-2.0
#include "text/marker.hpp"

#include "support/catch.hpp"

using namespace gouji::text;

namespace {

struct Case {
  const char* text;
  MarkerKind kind;
  int number;
};

}  // namespace

TEST_CASE("markers are read with their numbers", "[text]") {
  const Case cases[] = {
      {"一、概况", MarkerKind::chinese, 1},         {"十二、其他", MarkerKind::chinese, 12},
      {"（三）目标", MarkerKind::chinese_paren, 3}, {"3.内容", MarkerKind::arabic, 3},
      {"12、内容", MarkerKind::arabic, 12},         {"1.2023年预算", MarkerKind::arabic, 1},
      {"（4）内容", MarkerKind::arabic_paren, 4},   {"⑵内容", MarkerKind::arabic_paren, 2},
      {"5）内容", MarkerKind::half_paren, 5},       {"③内容", MarkerKind::circled, 3},
      {"二是加强", MarkerKind::is_ordinal, 2},      {"第三，加强", MarkerKind::di_ordinal, 3},
      {"首先，加强", MarkerKind::di_ordinal, 1},    {"其次加强", MarkerKind::di_ordinal, 2},
      {"第二部分 决算", MarkerKind::part, 2},       {"第十章总则", MarkerKind::part, 10},
      {"第三节分析", MarkerKind::section, 3},       {"最后，总结", MarkerKind::last_ordinal, 0},
  };
  for (const Case& one : cases) {
    INFO(one.text);
    const auto marker = marker_at(one.text);
    REQUIRE(marker);
    CHECK(marker->kind == one.kind);
    CHECK(marker->number == one.number);
  }
}

TEST_CASE("figures, years and countings are no markers", "[text]") {
  for (const char* text : {"1.5万元", "2023.预算", "（2023）", "一、二季度", "一、二、三级", "第三季度", "12名",
                           "一期工程", "1.1概况", ""}) {
    INFO(text);
    CHECK_FALSE(marker_at(text));
  }
}

TEST_CASE("markers are written as their kind writes them", "[text]") {
  CHECK(shown_marker(MarkerKind::chinese_paren, 4) == "（四）");
  CHECK(shown_marker(MarkerKind::chinese, 21) == "二十一、");
  CHECK(shown_marker(MarkerKind::arabic, 3) == "3.");
  CHECK(shown_marker(MarkerKind::circled, 3) == "③");
  CHECK(shown_marker(MarkerKind::part, 10) == "第十部分");
}

TEST_CASE("automatic labels", "[text]") {
  CHECK(marker_of_label("1")->kind == MarkerKind::arabic);
  CHECK(marker_of_label("（二）")->number == 2);
  CHECK(marker_of_label("第一部分")->kind == MarkerKind::part);
  CHECK_FALSE(marker_of_label("1.1"));
  CHECK_FALSE(marker_of_label("•"));
}
