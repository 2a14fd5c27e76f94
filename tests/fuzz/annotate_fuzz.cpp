// Any XML as body, footnotes, header and comments of a document that gets comments of gouji: four pieces between zero
// bytes, the first being the whole main part where it is no body. What comes out can be read, and says the same without
// them.
// SPDX-License-Identifier: Apache-2.0
#include "base/utf8.hpp"
#include "docx/read_docx.hpp"
#include "fuzz/fuzz.hpp"
#include "gouji/annotate.hpp"
#include "support/docx_builder.hpp"
#include "support/raw_zip.hpp"

namespace {

std::vector<gouji::Finding> findings_on(const gouji::docx::Document& document) {
  std::vector<gouji::Finding> findings;
  for (const gouji::docx::Paragraph& paragraph : document.paragraphs) {
    if (findings.size() > 50) break;
    const std::uint32_t count = gouji::utf8::count(document.text_of(paragraph));
    gouji::Evidence evidence;
    evidence.quote = document.text_of(paragraph);
    evidence.place.part = document.stories[paragraph.story].name;
    evidence.place.paragraph = paragraph.number;
    evidence.place.end = count;
    evidence.mark_start = count / 3;
    evidence.mark_end = count - count / 3;
    gouji::Finding finding;
    finding.rule = "total/parts";
    finding.message = {"不符", "differs"};
    finding.actual = evidence.quote;
    finding.expected = "十二";
    finding.evidence = {evidence};
    findings.push_back(finding);
  }
  return findings;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto pieces = gouji::fuzz::pieces_of(gouji::fuzz::view_of(data, size), 4);
  gouji::test::DocxBuilder builder;
  if (pieces[0].find("<w:body") != std::string_view::npos) builder.main_xml(std::string(pieces[0]));
  builder.body(std::string(pieces[0]));
  if (!pieces[1].empty()) builder.footnotes(std::string(pieces[1]));
  if (!pieces[2].empty()) builder.header("rIdHeader", std::string(pieces[2]));
  if (!pieces[3].empty()) builder.comments(std::string(pieces[3]));
  const std::string bytes = gouji::test::raw_zip(builder.entries()).bytes();
  gouji::AnnotateOptions options;
  options.suggest = {"total/parts"};
  const auto clean = gouji::remove_annotations(bytes, options.limits);
  if (!clean) {
    gouji::fuzz::must(!clean.error().code.empty() && !clean.error().hint.zh.empty(), "an error has code and hint");
    return 0;
  }
  const auto before = gouji::docx::read_docx(clean.value(), options.limits);
  if (!before) return 0;
  const std::vector<gouji::Finding> findings = findings_on(before.value());
  const auto copy = gouji::add_annotations(bytes, findings, options);
  if (!copy) return 0;
  const auto after = gouji::docx::read_docx(copy.value().bytes, options.limits);
  gouji::fuzz::must(static_cast<bool>(after), "the copy can be read");
  const auto back = gouji::remove_annotations(copy.value().bytes, options.limits);
  gouji::fuzz::must(static_cast<bool>(back), "the comments can be taken out");
  const auto plain = gouji::docx::read_docx(back.value(), options.limits);
  gouji::fuzz::must(plain && plain.value().text == before.value().text, "without them it says the same");
  const auto again = gouji::add_annotations(copy.value().bytes, findings, options);
  gouji::fuzz::must(again && again.value().bytes == copy.value().bytes, "a second run changes nothing");
  return 0;
}
