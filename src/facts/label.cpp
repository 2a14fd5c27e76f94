// SPDX-License-Identifier: Apache-2.0
#include "facts/label.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace gouji::facts {
namespace {

using Text = std::string_view;

bool ends_with(Text text, Text word) {
  return text.size() >= word.size() && text.substr(text.size() - word.size()) == word;
}
bool starts_with(Text text, Text word) { return text.substr(0, word.size()) == word; }

bool is_boundary(char32_t code) {
  constexpr std::u32string_view kMarks = U"，。；：、！？（）|\n\t=＝+＋×÷";
  return kMarks.find(code) != std::u32string_view::npos;
}

/// Start of the noun phrase that ends at `end`; brackets that close before it are stepped over whole.
std::uint32_t phrase_begin(Text text, std::uint32_t floor, std::uint32_t end) {
  std::uint32_t here = end;
  while (here > floor) {
    const auto before = static_cast<std::uint32_t>(utf8::previous(text, here));
    const char32_t code = utf8::decode(text, before);
    if (code == U'）') {
      const std::size_t open = text.rfind("（", before);
      if (open == Text::npos || open < floor || before - open > 60) break;
      here = static_cast<std::uint32_t>(open);
      continue;
    }
    if (is_boundary(code)) break;
    here = before;
  }
  return here;
}

text::Span find_label(Text text, std::uint32_t floor, std::uint32_t fact_begin, const lexicon::Lexicon& lexicon,
                      const LabelWords& words) {
  std::uint32_t end = fact_begin;
  for (int round = 0; round < 3; ++round) {
    std::uint32_t begin = phrase_begin(text, floor, end);
    // trailing verbs and leading connectives are no part of the name
    while (true) {
      const std::size_t cut = suffix_of(lexicon, words.tail, text.substr(begin, end - begin));
      if (cut == 0) break;
      end -= static_cast<std::uint32_t>(cut);
    }
    while (true) {
      const std::size_t cut = prefix_of(lexicon, words.head, text.substr(begin, end - begin));
      if (cut == 0) break;
      begin += static_cast<std::uint32_t>(cut);
    }
    if (end > begin) return {begin, end};
    // «基本支出：1301.50万元», «合计（万元）…»: the name stands before the colon
    if (begin <= floor) break;
    const auto before = static_cast<std::uint32_t>(utf8::previous(text, begin));
    if (utf8::decode(text, before) != U'：') break;
    end = before;
  }
  return {fact_begin, fact_begin};
}

}  // namespace

LabelWords::LabelWords(const lexicon::Lexicon& lexicon)
    : head(lexicon.class_id("label_head")),
      tail(lexicon.class_id("label_tail")),
      scope(lexicon.class_id("scope")),
      prior(lexicon.class_id("period_prior")),
      opening(lexicon.class_id("period_opening")),
      closing(lexicon.class_id("period_closing")),
      current(lexicon.class_id("period_current")) {
  const auto& names = lexicon.class_names();
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (starts_with(names[i], "role_")) roles.emplace_back(static_cast<lexicon::ClassId>(i), names[i].substr(5));
  }
}

std::size_t suffix_of(const lexicon::Lexicon& lexicon, lexicon::ClassId id, Text text) {
  std::size_t best = 0;
  if (id == lexicon::kNoClass) return best;
  for (const std::string& word : lexicon.words(id)) {
    if (word.size() > best && ends_with(text, word)) best = word.size();
  }
  return best;
}

std::size_t prefix_of(const lexicon::Lexicon& lexicon, lexicon::ClassId id, Text text) {
  std::size_t best = 0;
  if (id == lexicon::kNoClass) return best;
  for (const std::string& word : lexicon.words(id)) {
    if (word.size() > best && starts_with(text, word)) best = word.size();
  }
  return best;
}

void label_facts(const text::Passage& passage, const lexicon::Lexicon& lexicon, const LabelWords& words,
                 std::vector<Fact>& facts, std::size_t begin, std::size_t end) {
  const Text text = passage.text;
  std::uint32_t floor = 0;
  int year = 0;
  std::size_t sentence = 0;
  for (std::size_t i = begin; i < end; ++i) {
    Fact& fact = facts[i];
    while (sentence + 1 < passage.sentences.size() && fact.span.begin >= passage.sentences[sentence].end) {
      ++sentence;
      year = 0;
    }
    if (fact.kind == FactKind::date) {
      if (fact.date.is_year_only() || fact.date.month != 0) year = fact.date.year != 0 ? fact.date.year : year;
      continue;  // a date may stand inside a label: 2023年收入总计
    }
    fact.year = year;
    const text::Span label = find_label(text, floor, fact.span.begin, lexicon, words);
    fact.label = label;
    fact.label_text = std::string(text.substr(label.begin, label.end - label.begin));
    std::size_t best = 0;
    for (const auto& [id, role] : words.roles) {
      if (const std::size_t size = suffix_of(lexicon, id, fact.label_text); size > best) {
        best = size;
        fact.role = role;
      }
    }
    if (words.scope != lexicon::kNoClass) {
      std::size_t longest = 0;
      for (const std::string& word : lexicon.words(words.scope)) {
        if (word.size() > longest && fact.label_text.find(word) != std::string::npos) {
          longest = word.size();
          fact.scope = word;
        }
      }
    }
    if (fact.role == "opening") {
      fact.period = Period::opening;  // 上年结转 is this year's opening balance, not a figure of last year
    } else if (lexicon.contains(words.prior, fact.label_text)) {
      fact.period = Period::prior;
    } else if (lexicon.contains(words.opening, fact.label_text)) {
      fact.period = Period::opening;
    } else if (lexicon.contains(words.closing, fact.label_text)) {
      fact.period = Period::closing;
    } else if (lexicon.contains(words.current, fact.label_text)) {
      fact.period = Period::current;
    }
    floor = fact.span.end;
  }
}

}  // namespace gouji::facts
