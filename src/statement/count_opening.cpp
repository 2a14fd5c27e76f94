// SPDX-License-Identifier: Apache-2.0
#include "statement/count_opening.hpp"

#include "base/utf8.hpp"

namespace gouji::statement {

using Text = std::string_view;

CountGap count_gap(Text text) {
  CountGap gap{text};
  int depth = 0;
  for (std::size_t at = 0; at < gap.text.size(); at += utf8::length(gap.text[at])) {
    const char32_t code = utf8::decode(gap.text, at);
    if (code == U'（') ++depth;
    if (code == U'）') --depth;
    if (depth > 0) continue;
    if (code == U'；' || code == U'。' || code == U'：') gap.stops = true;
    if (code == U'，' || code == U'、') {
      if (gap.mark == 0) gap.mark = code;
      ++gap.marks;
    } else if (gap.mark == 0 && (code == U'和' || code == U'及' || code == U'与')) {
      gap.mark = U'、';
      ++gap.marks;
    }
  }
  return gap;
}

std::uint32_t count_opening(const lexicon::Lexicon& lexicon, Text text, const facts::Fact& total,
                            const facts::Fact& first, bool& brackets) {
  const std::uint32_t from = total.span.end;
  const std::uint32_t to = first.span.begin;
  const Text gap = text.substr(from, to > from ? to - from : 0);
  const auto marks_before = [&](const text::Span& word) {
    return count_gap(text.substr(from, word.begin - from)).marks;
  };
  if (gap.find("。") != Text::npos || gap.find("；") != Text::npos) return 0;
  const auto at_end = [&](std::size_t at, std::size_t size) { return from + static_cast<std::uint32_t>(at + size); };
  constexpr Text kBracket = "（";
  constexpr Text kOf = "中";
  constexpr Text kComma = "，";
  constexpr std::size_t kLongestNoun = 45;
  if (const std::size_t at = gap.find(kBracket); at < kLongestNoun && gap.find("）") == Text::npos) {
    brackets = gap.substr(0, at).find(kComma) == Text::npos;
    return brackets ? at_end(at, kBracket.size()) : 0;
  }
  if (const text::Span word = find_last_word(lexicon, lexicon.class_id("count_opener"), text, from, to); found(word))
    return marks_before(word) <= 2 ? word.end : 0;
  if (const text::Span view = find_last_word(lexicon, lexicon.class_id("partition_view"), text, from, to); found(view))
    return marks_before(view) <= 2 ? view.end : 0;
  if (const std::size_t at = gap.rfind("："); at != Text::npos) {
    return gap.substr(0, at).find("，") == Text::npos ? at_end(at, Text("：").size()) : 0;
  }
  if (gap.substr(0, kOf.size()) == kOf) return at_end(0, kOf.size());
  if (const std::size_t at = gap.find("中，"); at != Text::npos && at <= kLongestNoun)
    return gap.substr(0, at).find(kComma) == Text::npos ? at_end(at, Text("中，").size()) : 0;
  // «250份有效问卷中学员96份、教师104份…»
  if (const std::size_t at = gap.find(kOf); at <= kLongestNoun && gap.find(kComma) == Text::npos &&
                                            gap.find("、") == Text::npos && !lexicon.contains("count_not_of", gap))
    return at_end(at, kOf.size());
  return 0;
}

}  // namespace gouji::statement
