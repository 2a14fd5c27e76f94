// SPDX-License-Identifier: Apache-2.0
#include "check/score_stated.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/utf8.hpp"

namespace gouji::check {
namespace {

using facts::Fact;
using facts::FactKind;

bool ends_clause(char32_t code) {
  return code == U'，' || code == U'。' || code == U'；' || code == U'（' || code == U'）' || code == U'、' ||
         code == U'\n';
}

std::string_view without_tail(std::string_view text) {
  static constexpr std::array<std::string_view, 9> kTail{"合计", "共计", "达到", "为", "是", "达", "：", "共", "得"};
  for (bool cut = true; cut;) {
    cut = false;
    for (const std::string_view word : kTail) {
      if (!text.ends_with(word)) continue;
      text.remove_suffix(word.size());
      cut = true;
    }
  }
  return text;
}

}  // namespace

std::vector<StatedScore> stated_scores(const DocumentView& view) {
  std::vector<StatedScore> out;
  const lexicon::ClassId heads = view.lexicon.class_id("score_head");
  const lexicon::ClassId foreign = view.lexicon.class_id("score_foreign");
  const lexicon::ClassId subject = view.lexicon.class_id("score_subject");
  if (heads == lexicon::kNoClass || foreign == lexicon::kNoClass || subject == lexicon::kNoClass) return out;
  for (std::uint32_t index = 0; index < view.facts.facts.size(); ++index) {
    const Fact& fact = view.facts.facts[index];
    const text::Passage& passage = view.text.passages[fact.passage];
    if (fact.kind != FactKind::count || fact.unit == nullptr || fact.unit->base != "分" || passage.in_table() ||
        passage.is_toc || fact.qualifier != facts::Qualifier::exact || fact.is_range_part)
      continue;
    const std::string_view text = passage.text;
    std::uint32_t begin = fact.span.begin;
    while (begin > 0) {
      const auto before = static_cast<std::uint32_t>(utf8::previous(text, begin));
      if (ends_clause(utf8::decode(text, before))) break;
      begin = before;
    }
    const std::string_view clause = without_tail(text.substr(begin, fact.span.begin - begin));
    std::string_view head;
    for (const std::string& word : view.lexicon.words(heads)) {
      if (clause.ends_with(word) && word.size() > head.size()) head = word;
    }
    if (head.empty()) continue;
    StatedScore stated;
    stated.fact = index;
    stated.head = head;
    stated.sentence = {0, static_cast<std::uint32_t>(text.size())};
    for (const text::Span& sentence : passage.sentences) {
      if (sentence.begin <= fact.span.begin && fact.span.begin < sentence.end) stated.sentence = sentence;
    }
    const std::string_view before = clause.substr(0, clause.size() - head.size());
    bool is_other_year = false;
    for (std::uint32_t other = view.facts.facts_of[fact.passage].begin; other < index; ++other) {
      const Fact& date = view.facts.facts[other];
      if (date.kind == FactKind::date && date.span.begin >= begin && view.context.fiscal_year != 0 &&
          date.date.is_year_only() && date.date.year != view.context.fiscal_year)
        is_other_year = true;
    }
    // a part of the whole seldom earns more than half of the points
    stated.is_own = fact.value > Rational(50) && fact.value <= Rational(120) && !is_other_year &&
                    !view.lexicon.contains(foreign, before) && view.lexicon.contains(subject, clause);
    out.push_back(std::move(stated));
  }
  return out;
}

}  // namespace gouji::check
