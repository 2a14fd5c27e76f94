// SPDX-License-Identifier: Apache-2.0
#include "facts/context_body.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
#include <string_view>
#include <utility>

namespace gouji::facts {
namespace {

using Text = std::string_view;

constexpr int kLeastMentions = 6;
constexpr int kLeastOpenings = 2;
constexpr int kTimesAsOften = 4;
constexpr int kNearYears = 2;               // a title left over from an older report
constexpr std::uint32_t kOpeningBytes = 6;  // a sentence may open with 在 or （

struct Mentions {
  int all = 0;
  int openings = 0;
  StatedYear first;
};

bool is_year_alone(const Fact& fact) {
  return fact.kind == FactKind::date && fact.date.is_year_only() && fact.date_end.year == 0 && !fact.is_range_part;
}

/// 与2022年度相比, 2022年至…, 《2022年…》, “2022年…”: another year by right.
bool is_apart(Text text, text::Span span) {
  const Text before = text.substr(0, span.begin);
  const Text behind = text.substr(span.end);
  static constexpr std::array<Text, 14> kFront{"与", "较", "比", "和", "、", "至", "—",
                                               "-",  "～", "按", "照", "从", "到", "自"};
  static constexpr std::array<Text, 8> kBack{"初", "末", "底", "以来", "起", "至", "—", "-"};
  const auto ends = [&](Text word) {
    return before.size() >= word.size() && before.substr(before.size() - word.size()) == word;
  };
  if (std::any_of(kFront.begin(), kFront.end(), ends)) return true;
  if (std::any_of(kBack.begin(), kBack.end(), [&](Text word) { return behind.substr(0, word.size()) == word; }))
    return true;
  for (const auto& [open, close] : {std::pair<Text, Text>{"《", "》"}, {"“", "”"}}) {
    const std::size_t opened = before.rfind(open);
    if (opened != Text::npos && before.find(close, opened) == Text::npos) return true;
  }
  return false;
}

bool opens_sentence(const text::Passage& passage, const Fact& fact) {
  return std::any_of(passage.sentences.begin(), passage.sentences.end(), [&](text::Span sentence) {
    return fact.span.begin >= sentence.begin && fact.span.begin - sentence.begin <= kOpeningBytes;
  });
}

}  // namespace

std::optional<StatedYear> year_of_body(const ContextSource& source, int title_year) {
  std::map<int, Mentions> years;
  for (std::uint32_t index = 0; index < source.model.passages.size(); ++index) {
    const text::Passage& passage = source.model.passages[index];
    const bool is_prose = passage.story == docx::StoryKind::body && !passage.is_toc && !passage.in_table() &&
                          passage.text.find("。") != std::string::npos;
    if (!is_prose) continue;
    const Range range = source.facts.facts_of[index];
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      const Fact& fact = source.facts.facts[i];
      if (!is_year_alone(fact) || is_apart(passage.text, fact.span)) continue;
      Mentions& mentions = years[fact.date.year];
      ++mentions.all;
      if (!opens_sentence(passage, fact)) continue;
      if (mentions.openings++ == 0) mentions.first = {fact.date.year, index, fact.span, "body"};
    }
  }
  const int of_title = years[title_year].all;
  for (const auto& [year, mentions] : years) {
    if (year == title_year || std::abs(year - title_year) > kNearYears) continue;
    if (mentions.all >= kLeastMentions && mentions.openings >= kLeastOpenings &&
        mentions.all >= kTimesAsOften * of_title && years[title_year].openings * 3 <= mentions.openings)
      return mentions.first;
  }
  return std::nullopt;
}

}  // namespace gouji::facts
