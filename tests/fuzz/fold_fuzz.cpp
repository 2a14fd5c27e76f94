// Any text folded: every place of the folded text must lead back into the source, sentences must cover the passage, and
// any stretch must give a quote of the source's own characters.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/utf8.hpp"
#include "docx/plain.hpp"
#include "fuzz/fuzz.hpp"
#include "text/passage.hpp"

namespace {

using gouji::fuzz::must;
namespace docx = gouji::docx;
namespace text = gouji::text;

void judge(const docx::Document& document, const text::TextModel& model, std::uint32_t index) {
  const text::Passage& passage = model.passages[index];
  std::uint32_t end = 0;
  for (const text::Segment& segment : passage.segments) {
    must(segment.begin >= end && segment.begin + segment.length <= passage.text.size(), "segments follow each other");
    end = segment.begin + segment.length;
    must(segment.paragraph < document.paragraphs.size(), "a segment has a paragraph");
    const docx::Paragraph& source = document.paragraphs[segment.paragraph];
    must(segment.source_begin >= source.begin && segment.source_begin + segment.source_length <= source.end,
         "a segment lies in its paragraph");
  }
  end = 0;
  for (const text::Span sentence : passage.sentences) {
    must(sentence.begin >= end && sentence.end > sentence.begin && sentence.end <= passage.text.size(), "sentences");
    end = sentence.end;
    const text::Quote quote = text::quote_of(document, model, index, sentence);
    must(quote.place.start <= quote.place.end, "a quote stands forwards");
    must(document.text.find(quote.text) != std::string::npos || passage.in_table(), "a quote is the document's own");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const docx::Document document = docx::read_plain(gouji::fuzz::view_of(data, size));
  const text::TextModel model = text::fold_document(document);
  for (std::uint32_t index = 0; index < model.passages.size(); ++index) {
    judge(document, model, index);
    (void)text::heading_path(document, model, index);
  }
  return 0;
}
