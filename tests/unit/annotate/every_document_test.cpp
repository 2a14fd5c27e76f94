// Every document of tests/judge, with comments on stretches of every paragraph and cell: nothing breaks, all comes
// back.
// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <vector>

#include "base/utf8.hpp"
#include "docx/read_docx.hpp"
#include "gouji/annotate.hpp"
#include "judge/documents.hpp"
#include "support/catch.hpp"
#include "support/unzip.hpp"

using namespace gouji;

namespace {

/// A finding on each paragraph outside tables: all of it, its first character, its last, and what lies between.
std::vector<Finding> findings_on(const docx::Document& document) {
  std::vector<Finding> out;
  for (const docx::Paragraph& paragraph : document.paragraphs) {
    const docx::Story& story = document.stories[paragraph.story];
    const std::string_view text = document.text_of(paragraph);
    const std::uint32_t count = utf8::count(text);
    if (paragraph.number == docx::kNone || count == 0) continue;
    Finding finding;
    finding.rule = "total/parts";
    finding.message = {"不符", "differs"};
    const auto add = [&](std::uint32_t start, std::uint32_t end) {
      if (end <= start) return;
      Evidence evidence;
      evidence.quote = text;
      evidence.place.part = story.name;
      evidence.place.entry = story.part;
      evidence.place.paragraph = paragraph.number;
      evidence.place.end = count;
      evidence.mark_start = start;
      evidence.mark_end = end;
      finding.evidence.push_back(evidence);
    };
    add(0, count);
    add(0, 1);
    add(count - 1, count);
    add(count / 3, count - count / 3);
    out.push_back(finding);
  }
  for (const docx::Table& table : document.tables) {
    for (const docx::Cell& cell : table.cells) {
      Finding finding;
      finding.rule = "total/parts";
      finding.message = {"不符", "differs"};
      Evidence evidence;
      evidence.quote = "格";
      evidence.place.part = document.stories[table.story].name;
      evidence.place.table = table.number;
      evidence.place.row = cell.row + 1;
      evidence.place.column = cell.column + 1;
      evidence.place.end = 1;
      finding.evidence.push_back(evidence);
      out.push_back(finding);
    }
  }
  return out;
}

}  // namespace

TEST_CASE("every document of the judge bears comments and gives them back", "[annotate]") {
  for (const test::FidelityDocument& one : test::all_documents()) {
    INFO(one.name);
    const auto before = docx::read_docx(one.bytes);
    if (!before) continue;
    const std::vector<Finding> findings = findings_on(before.value());
    const auto copy = add_annotations(one.bytes, findings, {});
    if (!copy) {
      CHECK(copy.error().code == "flat-opc");
      continue;
    }
    const auto after = docx::read_docx(copy.value().bytes);
    REQUIRE(after);
    CHECK(after.value().text == before.value().text);
    CHECK(after.value().paragraphs.size() == before.value().paragraphs.size());
    const auto again = add_annotations(copy.value().bytes, findings, {});
    REQUIRE(again);
    CHECK((again.value().bytes == copy.value().bytes));
    const auto back = remove_annotations(copy.value().bytes);
    REQUIRE(back);
    CHECK((test::unzip(back.value()) == test::unzip(one.bytes)));
  }
}
