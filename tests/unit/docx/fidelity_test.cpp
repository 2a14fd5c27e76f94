// Every document of tests/judge is read line by line as it says.
// SPDX-License-Identifier: Apache-2.0
#include <set>
#include <string>

#include "docx/read_docx.hpp"
#include "judge/documents.hpp"
#include "support/catch.hpp"

TEST_CASE("fidelity: every document as Word shows it") {
  std::set<std::string> names;
  for (const gouji::test::FidelityDocument& wanted : gouji::test::all_documents()) {
    INFO(wanted.name);
    CHECK(names.insert(wanted.name).second);
    const auto document = gouji::docx::read_docx(wanted.bytes);
    REQUIRE(document);
    CHECK(gouji::test::lines_of(document.value()) == wanted.lines);
    std::vector<std::string> notes;
    for (const gouji::Note& note : document.value().notes) notes.push_back(note.code);
    CHECK(notes == wanted.notes);
  }
  CHECK(names.size() >= 40);
}
