// SPDX-License-Identifier: Apache-2.0
#include "statement/sentence.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "statement/all_sentences.hpp"

namespace gouji::statement {
namespace {

bool ends_full(std::string_view text, text::Span span) {
  if (span.end <= span.begin) return true;
  const char32_t last = utf8::decode(text, utf8::previous(text, span.end));
  return last == U'。' || last == U'！' || last == U'？' || last == U'\n' ||
         (last == U'”' && span.end >= 6 &&
          text.substr(span.begin, span.end - span.begin).find("。”") != std::string_view::npos);
}

}  // namespace

namespace {

std::vector<Sentence> sentences_with(const text::TextModel& model, const facts::FactTable& facts,
                                     std::uint32_t least_facts) {
  std::vector<Sentence> out;
  for (std::uint32_t p = 0; p < model.passages.size(); ++p) {
    const text::Passage& passage = model.passages[p];
    const facts::Range range = facts.facts_of[p];
    if (range.end - range.begin < least_facts || passage.is_toc) continue;
    std::uint32_t fact = range.begin;
    Sentence current{p, {0, 0}, {fact, fact}, true};
    bool open = false;
    for (std::size_t i = 0; i < passage.sentences.size(); ++i) {
      const text::Span span = passage.sentences[i];
      if (!open) current = {p, span, {fact, fact}, i == 0};
      current.span.end = span.end;
      open = !ends_full(passage.text, span) && i + 1 < passage.sentences.size();
      while (fact < range.end && facts.facts[fact].span.begin < span.end) ++fact;
      current.facts.end = fact;
      if (!open && current.facts.end > current.facts.begin) out.push_back(current);
    }
  }
  return out;
}

}  // namespace

std::vector<Sentence> sentences_of(const text::TextModel& model, const facts::FactTable& facts) {
  return sentences_with(model, facts, 2);  // a statement needs two figures
}

std::vector<Sentence> all_sentences_of(const text::TextModel& model, const facts::FactTable& facts) {
  return sentences_with(model, facts, 1);
}

int BracketWalk::depth_at(std::uint32_t place) {
  if (place < at_) *this = BracketWalk(text_, sentence_);
  while (at_ < place && at_ < sentence_.end) {
    const char32_t code = utf8::decode(text_, at_);
    if (code == U'（') ++depth_;
    if (code == U'）' && depth_ > 0) --depth_;
    at_ += static_cast<std::uint32_t>(utf8::length(text_[at_]));
  }
  return depth_;
}

int bracket_depth(std::string_view text, text::Span sentence, std::uint32_t at) {
  return BracketWalk(text, sentence).depth_at(at);
}

text::Span find_word(const lexicon::Lexicon& lexicon, lexicon::ClassId id, std::string_view text, std::uint32_t begin,
                     std::uint32_t end) {
  text::Span best{end, end};
  if (id == lexicon::kNoClass || begin >= end) return best;
  const std::string_view scope = text.substr(0, end);
  for (const std::string& word : lexicon.words(id)) {
    const std::size_t at = scope.find(word, begin);
    if (at == std::string_view::npos) continue;
    const auto start = static_cast<std::uint32_t>(at);
    const auto stop = static_cast<std::uint32_t>(at + word.size());
    if (start < best.begin || (start == best.begin && stop > best.end) || !found(best)) best = {start, stop};
  }
  return best;
}

text::Span find_last_word(const lexicon::Lexicon& lexicon, lexicon::ClassId id, std::string_view text,
                          std::uint32_t begin, std::uint32_t end) {
  text::Span best{end, end};
  if (id == lexicon::kNoClass || begin >= end) return best;
  const std::string_view scope = text.substr(begin, end - begin);
  for (const std::string& word : lexicon.words(id)) {
    const std::size_t at = scope.rfind(word);
    if (at == std::string_view::npos) continue;
    const auto start = static_cast<std::uint32_t>(begin + at);
    const auto stop = static_cast<std::uint32_t>(start + word.size());
    if (!found(best) || stop > best.end || (stop == best.end && start < best.begin)) best = {start, stop};
  }
  return best;
}

bool same_measure(const facts::Fact& a, const facts::Fact& b) {
  return a.kind == b.kind &&
         (a.kind != facts::FactKind::count || (a.unit != nullptr && b.unit != nullptr && a.unit->base == b.unit->base));
}

bool is_denominator(std::string_view text, const std::vector<facts::Fact>& facts, std::uint32_t index) {
  constexpr std::string_view kOf = "的";
  const facts::Fact& fact = facts[index];
  if (text.substr(fact.span.end, kOf.size()) != kOf || index + 1 >= facts.size()) return false;
  const facts::Fact& next = facts[index + 1];
  return next.passage == fact.passage && next.kind == facts::FactKind::percent &&
         next.span.begin - fact.span.end <= 2 * kOf.size();
}

}  // namespace gouji::statement
