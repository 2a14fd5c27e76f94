// Every finding's quote is an exact stretch of the document, and its place leads there.
// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "base/utf8.hpp"
#include "docx/read_docx.hpp"
#include "gouji/engine.hpp"
#include "support/catch.hpp"
#include "support/rules.hpp"

namespace {

using gouji::Place;

std::string code_points(const std::string& text, std::uint32_t begin, std::uint32_t end) {
  std::string out;
  std::uint32_t count = 0;
  for (std::size_t at = 0; at < text.size(); at += gouji::utf8::length(text[at]), ++count) {
    if (count >= begin && count < end) out += text.substr(at, gouji::utf8::length(text[at]));
  }
  return out;
}

/// The text that start and end count in: the paragraph's own, or the cell's with its paragraphs joined by '\n'.
std::string text_at(const gouji::docx::Document& document, const Place& place) {
  std::string out;
  bool is_first = true;
  for (const auto& paragraph : document.paragraphs) {
    const auto& story = document.stories[paragraph.story];
    if (story.name != place.part) continue;
    if (place.paragraph) {
      if (paragraph.number == *place.paragraph) return std::string(document.text_of(paragraph));
      continue;
    }
    if (paragraph.table == gouji::docx::kNone) continue;
    const auto& table = document.tables[paragraph.table];
    const auto& cell = table.cells[paragraph.cell];
    if (table.number != *place.table || cell.row + 1 != *place.row || cell.column + 1 != *place.column) continue;
    if (!is_first) out += '\n';
    out += document.text_of(paragraph);
    is_first = false;
  }
  return out;
}

}  // namespace

TEST_CASE("quotes are the document's own characters at their place") {
  gouji::EngineOptions options;
  options.rules_dir = gouji::tests::rules_dir();
  auto engine = gouji::Engine::create(options);
  REQUIRE(engine.has_value());
  std::size_t seen = 0;
  const std::filesystem::path corpus = std::filesystem::path(gouji::tests::rules_dir()) / ".." / "corpus";
  for (const auto& entry : std::filesystem::recursive_directory_iterator(corpus)) {
    if (entry.path().extension() != ".docx") continue;
    std::ifstream in(entry.path(), std::ios::binary);
    const auto document = gouji::docx::read_docx(std::string(std::istreambuf_iterator<char>(in), {}));
    REQUIRE(document.has_value());
    for (const auto& finding : engine.value().check_file(entry.path().string()).findings) {
      for (const auto& evidence : finding.evidence) {
        ++seen;
        INFO(entry.path().string() << " " << finding.rule << " " << evidence.quote);
        CHECK(code_points(text_at(document.value(), evidence.place), evidence.place.start, evidence.place.end) ==
              evidence.quote);
      }
    }
  }
  CHECK(seen > 50);
}
