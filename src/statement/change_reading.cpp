// SPDX-License-Identifier: Apache-2.0
#include "statement/change_reading.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "facts/label.hpp"

namespace gouji::statement {

using facts::Fact;
using facts::FactKind;
using Text = std::string_view;

ChangeReader::ChangeReader(const text::TextModel& model, const facts::FactTable& facts, const lexicon::Lexicon& lexicon)
    : model_(model), facts_(facts.facts), lexicon_(lexicon) {
  const auto id = [&](Text name) { return lexicon.class_id(name); };
  up_ = id("change_up");
  down_ = id("change_down");
  to_ = id("change_to");
  filler_ = id("change_filler");
  rate_words_ = id("rate_words");
  compare_ = id("compare_words");
  prior_ = id("prior_words");
}

std::vector<SeenFigure> ChangeReader::read(const Sentence& sentence) {
  text_ = model_.passages[sentence.passage].text;
  std::vector<SeenFigure> out;
  std::uint32_t segment = 0;
  std::uint32_t previous = sentence.span.begin;
  bool in_list = false;
  int list_depth = 0;
  BracketWalk brackets(text_, sentence.span);
  for (std::uint32_t i = sentence.facts.begin; i < sentence.facts.end; ++i) {
    const Fact& fact = facts_[i];
    const Text gap = text_.substr(previous, fact.span.begin - previous);
    const int depth = brackets.depth_at(fact.span.begin);
    if (gap.find("；") != Text::npos) {
      ++segment;
      in_list = false;
    }
    if (gap.find("其中") != Text::npos) {
      in_list = true;
      list_depth = depth;
    }
    if (in_list && depth < list_depth) in_list = false;
    SeenFigure seen{i, ChangePart::none, Direction::none, {}, segment, in_list, false, false, depth};
    if (!restates(fact, i, sentence, gap)) {
      classify(fact, previous, seen);
      out.push_back(seen);
    }
    if (fact.kind != FactKind::date) previous = fact.span.end;  // a year may stand inside the name of a base
  }
  return out;
}

/// «520055万元（52.01亿元）»: the bracket says the same amount again.
bool ChangeReader::restates(const Fact& fact, std::uint32_t index, const Sentence& sentence, Text gap) const {
  if (index == sentence.facts.begin || fact.kind != FactKind::money ||
      (gap != "（" && gap != "（即" && gap != "（折合"))
    return false;
  const Fact& before = facts_[index - 1];
  return before.kind == FactKind::money && before.interval().meets(fact.interval());
}

/// The change word that ends right before `end`, filler skipped; empty span when there is none.
text::Span ChangeReader::change_word_before(std::uint32_t floor, std::uint32_t end, Direction& direction) const {
  std::uint32_t here = end;
  for (int i = 0; i < 3; ++i) {
    const Text head = between(floor, here);
    if (facts::suffix_of(lexicon_, to_, head) != 0) return {end, end};
    const std::size_t up = facts::suffix_of(lexicon_, up_, head);
    const std::size_t down = facts::suffix_of(lexicon_, down_, head);
    if (up != 0 || down != 0) {
      direction = up >= down ? Direction::up : Direction::down;
      const auto size = static_cast<std::uint32_t>(std::max(up, down));
      return {here - size, here};
    }
    const std::size_t skip = facts::suffix_of(lexicon_, filler_, head);
    if (skip == 0) break;
    here -= static_cast<std::uint32_t>(skip);
  }
  return {end, end};
}

std::uint32_t ChangeReader::clause_begin(std::uint32_t floor, std::uint32_t end) const {
  std::uint32_t here = end;
  while (here > floor) {
    const auto before = static_cast<std::uint32_t>(utf8::previous(text_, here));
    const char32_t code = utf8::decode(text_, before);
    if (code == U'，' || code == U'；' || code == U'。' || code == U'：') break;
    here = before;
  }
  return here;
}

/// «较招标控制价120.00万元下浮…», «比合同价120万元相比减少…»: whatever is compared to, a change word stands right
/// behind.
bool ChangeReader::change_follows(std::uint32_t end) const {
  const Text rest = text_.substr(end);
  static constexpr std::array<Text, 3> kLinks{"相比", "略有", "共"};
  std::size_t at = 0;
  for (const Text link : kLinks) {
    if (rest.substr(at, link.size()) == link) at += link.size();
  }
  return facts::prefix_of(lexicon_, up_, rest.substr(at)) != 0 ||
         facts::prefix_of(lexicon_, down_, rest.substr(at)) != 0;
}

void ChangeReader::classify_percent(const Fact& fact, std::uint32_t floor, SeenFigure& seen) const {
  const Text head = between(floor, fact.span.begin);
  std::uint32_t here = fact.span.begin;
  if (const std::size_t skip = facts::suffix_of(lexicon_, filler_, head); skip != 0)
    here -= static_cast<std::uint32_t>(skip);
  if (const std::size_t size = facts::suffix_of(lexicon_, rate_words_, between(floor, here)); size != 0) {
    seen.part = ChangePart::rate;
    seen.word = {here - static_cast<std::uint32_t>(size), here};
    seen.direction = Direction::none;
    if (text_.substr(seen.word.begin, size).find("降") != Text::npos ||
        text_.substr(seen.word.begin, size).find("减") != Text::npos) {
      if (text_.substr(seen.word.begin, size).find("增") == Text::npos) seen.direction = Direction::down;
    }
    if (text_.substr(seen.word.begin, size).find("增") != Text::npos &&
        text_.substr(seen.word.begin, size).find("减") == Text::npos) {
      seen.direction = Direction::up;
    }
  } else if (head == "（" || head == "，" || head == "、" || head == "（即") {
    seen.part = ChangePart::rate;  // 减少12.00万元（8.1%）: only next to a delta
  }
}

void ChangeReader::classify(const Fact& fact, std::uint32_t floor, SeenFigure& seen) const {
  Direction direction = Direction::none;
  const text::Span word = change_word_before(floor, fact.span.begin, direction);
  const bool is_amount = fact.kind == FactKind::money || fact.kind == FactKind::count;
  if (found(word)) {
    seen.word = word;
    seen.direction = direction;
    if (fact.kind == FactKind::percent) seen.part = ChangePart::rate;
    if (is_amount) seen.part = ChangePart::delta;
    return;
  }
  if (fact.kind == FactKind::percent) return classify_percent(fact, floor, seen);
  if (!is_amount) return;
  seen.part = ChangePart::level;
  const Text gap = between(floor, fact.span.begin);
  seen.is_target = facts::suffix_of(lexicon_, to_, gap) != 0;
  const Text own = between(clause_begin(floor, fact.span.begin), fact.span.begin);
  seen.is_source = own.find("由") != Text::npos || own.find("从") != Text::npos;
  if (seen.is_target) return;
  // 较上年的1857.81万元增加…, 比2022年决算数1857.81万元减少…: a comparing word and a prior word in the same clause
  // before it
  const std::uint32_t clause = clause_begin(floor, fact.span.begin);
  const Text head = between(clause, fact.span.begin);
  const text::Span compare = find_last_word(lexicon_, compare_, text_, clause, fact.span.begin);
  // «完成调整预算28.00亿元的102.29%»: a denominator, no level
  if (is_denominator(text_, facts_, seen.fact)) {
    seen.part = ChangePart::none;
    return;
  }
  const Text after = found(compare) ? between(compare.end, fact.span.begin) : Text();
  if (found(compare) && after.size() <= 60 &&
      (lexicon_.contains(prior_, after) || after.find("年") != Text::npos || change_follows(fact.span.end))) {
    seen.part = ChangePart::base;
    return;
  }
  // 上年支出为1847.67万元
  if (fact.period == facts::Period::prior && head.find("比") == Text::npos && head.find("较") == Text::npos)
    seen.part = ChangePart::base;
}

}  // namespace gouji::statement
