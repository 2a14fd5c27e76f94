// The short names of counted kinds.
// SPDX-License-Identifier: Apache-2.0
#include "statement/count_label.hpp"
#include "support/catch.hpp"

using gouji::statement::are_alike;
using gouji::statement::count_label;

namespace {

std::string label(std::string_view text, std::string_view figure) {
  const auto begin = static_cast<std::uint32_t>(text.find(figure));
  const auto end = static_cast<std::uint32_t>(begin + figure.size());
  return count_label(text, 0, begin, end, static_cast<std::uint32_t>(text.size()));
}

}  // namespace

TEST_CASE("a kind is named before its figure, or behind it", "[statement]") {
  CHECK(label("公路，其中县道18公里", "18公里") == "县道");
  CHECK(label("剩下3个中2个涉诉、1个资金缺口大", "1个") == "资金缺口大");
  CHECK(label("良的25项、中的7项", "7项") == "中");
}

TEST_CASE("names of one build", "[statement]") {
  CHECK(are_alike({"县道", "乡道", "村道"}));
  CHECK(are_alike({"东湖区", "西山县", "南街道"}));
  CHECK_FALSE(are_alike({"党员", "高级职称"}));
}
