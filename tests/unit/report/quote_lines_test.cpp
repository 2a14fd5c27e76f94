// SPDX-License-Identifier: Apache-2.0
#include "report/quote_lines.hpp"

#include "support/catch.hpp"

using namespace gouji;

namespace {

Evidence at(std::uint32_t start, const std::string& quote, std::uint32_t mark_start, std::uint32_t mark_end) {
  Evidence evidence{"part", quote, {}, mark_start, mark_end};
  evidence.place.start = start;
  return evidence;
}

std::vector<std::string> lines(const std::vector<Evidence>& evidence, std::size_t columns = 80) {
  std::vector<const Evidence*> pointers;
  for (const Evidence& one : evidence) pointers.push_back(&one);
  return report::quote_lines(pointers, columns, report::Color::off);
}

}  // namespace

TEST_CASE("marks stand under their characters, wide ones two columns") {
  CHECK(lines({at(0, "编制107名", 2, 5)}) == std::vector<std::string>{"编制107名", "    ^^^"});
  CHECK(lines({at(0, "共１０名", 1, 3)}) == std::vector<std::string>{"共１０名", "  ^^^^"});
}

TEST_CASE("quotes of one paragraph are shown as one text") {
  SECTION("a gap is an ellipsis, whatever order they come in") {
    CHECK(lines({at(10, "乙2", 1, 2), at(0, "甲1", 1, 2)}) == std::vector<std::string>{"甲1…乙2", "  ^   ^"});
  }
  SECTION("neighbours are joined") {
    CHECK(lines({at(0, "甲1", 1, 2), at(2, "乙2", 1, 2)}) == std::vector<std::string>{"甲1乙2", "  ^  ^"});
  }
  SECTION("overlaps are shown once, with both marks") {
    CHECK(lines({at(0, "甲1乙2", 1, 2), at(2, "乙2丙", 1, 2)}) == std::vector<std::string>{"甲1乙2丙", "  ^  ^"});
  }
  SECTION("one within another after a gap") {
    CHECK(lines({at(0, "甲", 0, 1), at(5, "乙丙丁", 0, 1), at(6, "丙", 0, 1)}) ==
          std::vector<std::string>{"甲…乙丙丁", "^^ ^^^^"});
  }
}

TEST_CASE("long quotes wrap by columns with the marks of each line below it") {
  CHECK(lines({at(0, "一二三四五", 2, 5)}, 6) == std::vector<std::string>{"一二三", "    ^^", "四五", "^^^^"});
}

TEST_CASE("an empty mark means all of it") {
  CHECK(lines({at(0, "甲", 0, 0)}) == std::vector<std::string>{"甲", "^^"});
}
