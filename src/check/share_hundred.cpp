// SPDX-License-Identifier: Apache-2.0
#include "check/share_hundred.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "check/working.hpp"
#include "facts/label.hpp"

namespace gouji::check {
namespace {

using facts::Fact;
using facts::FactKind;
using Text = std::string_view;

constexpr std::size_t kFewest = 3;
// a list that misses 100 by more is no list of all shares; one below may leave out the rest
constexpr int kMostBelow = 2;
constexpr int kMostAbove = 4;

bool is_share(const Fact& fact) {
  return fact.kind == FactKind::percent && fact.is_plain() && fact.qualifier == facts::Qualifier::exact &&
         fact.table == docx::kNone && fact.value > Rational(0);
}

bool is_figure(const Fact& fact) {
  switch (fact.kind) {
    case FactKind::date:
    case FactKind::ordinal:
    case FactKind::duration:
    case FactKind::code:
    case FactKind::docnumber: return false;
    case FactKind::number: return false;  // 36至45岁占34%
    default: return true;
  }
}

/// Words of a list of shares and nothing else.
struct ShareWords {
  lexicon::ClassId open, not_open, not_between, joins;

  explicit ShareWords(const lexicon::Lexicon& lexicon)
      : open(lexicon.class_id("share_list_open")),
        not_open(lexicon.class_id("share_list_other")),
        not_between(lexicon.class_id("share_list_end")),
        joins(lexicon.class_id("share_list_join")) {}
};

/// Between two percentages of one list.
bool continues(const lexicon::Lexicon& lexicon, const ShareWords& words, Text between) {
  constexpr std::size_t kMostBytes = 60;
  return between.size() <= kMostBytes && facts::prefix_of(lexicon, words.joins, between) > 0 &&
         !lexicon.contains(words.not_open, between) && !lexicon.contains(words.not_between, between);
}

void judge(const DocumentView& view, const std::vector<std::uint32_t>& list, Sink& sink) {
  Rational sum = 0;
  Interval range = Interval::point(0);
  int places = 0;
  std::string text;
  for (const std::uint32_t i : list) {
    const Fact& fact = view.facts.facts[i];
    sum += fact.value;
    range = range + fact.interval();
    places = std::max(places, fact.printed.places);
    text += (i != list.front() ? " + " : "") + fact.value.to_string(fact.printed.places);
  }
  const Rational hundred = 100;
  if (sum < hundred - Rational(kMostBelow) || sum > hundred + Rational(kMostAbove)) return;
  if (sum == hundred) return sink.holds();
  // rounding never uses up every half of a last place
  const Interval allowed = view.context.has_rounding_note ? doubled(range) : range;
  if (allowed.low < hundred && hundred < allowed.high) return sink.rounding();
  Draft draft = sink.draft();
  const std::string total = sum.to_string(places);
  draft.working.zh = fmt::format("{} = {}% ≠ 100%", text, total);
  draft.working.en = draft.working.zh;
  draft.expected = "100%";
  draft.actual = total + "%";
  for (auto each = list.rbegin(); each != list.rend(); ++each) {
    const std::uint32_t i = *each;
    draft.evidence.push_back(spot_of(view, i, "share"));
    const Interval own = view.facts.facts[i].interval();
    const Rational half = (range.width() - own.width()) / 2;
    wants(view, i, Interval::around(view.facts.facts[i].value + hundred - sum, half), draft);
  }
  sink.report(std::move(draft));
}

}  // namespace

void judge_text_hundred(const DocumentView& view, Sink& sink) {
  const ShareWords words(view.lexicon);
  for (std::uint32_t index = 0; index < view.text.passages.size(); ++index) {
    const text::Passage& passage = view.text.passages[index];
    if (passage.in_table() || passage.is_toc) continue;
    const facts::Range range = view.facts.facts_of[index];
    const Text text = passage.text;
    for (std::uint32_t first = range.begin; first < range.end; ++first) {
      if (!is_share(view.facts.facts[first])) continue;
      const std::uint32_t at = view.facts.facts[first].span.begin;
      std::uint32_t open = 0;
      for (std::uint32_t before = range.begin; before < first; ++before) {
        const Fact& fact = view.facts.facts[before];
        if (is_figure(fact)) open = fact.span.end;
      }
      for (const text::Span& sentence : passage.sentences) {
        if (sentence.begin <= at && at < sentence.end) open = std::max(open, sentence.begin);
      }
      std::vector<std::uint32_t> list{first};
      for (std::uint32_t next = first + 1; next < range.end; ++next) {
        const Fact& fact = view.facts.facts[next];
        if (!is_figure(fact)) continue;  // 第二季度
        const std::uint32_t from = view.facts.facts[list.back()].span.end;
        if (!is_share(fact) || !continues(view.lexicon, words, text.substr(from, fact.span.begin - from))) break;
        list.push_back(next);
      }
      const Text lead = text.substr(open, at - open);
      const bool opens = view.lexicon.contains(words.open, lead) && !view.lexicon.contains(words.not_open, lead);
      if (list.size() >= kFewest && opens) judge(view, list, sink);
      first = list.back();
    }
  }
}

}  // namespace gouji::check
