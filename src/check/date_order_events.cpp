// SPDX-License-Identifier: Apache-2.0
#include "check/date_order_events.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace gouji::check {
namespace {

/// A date or a stage's words inside a clause.
struct Mark {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool is_date = false;
  std::size_t index = 0;  // fact | stage
};

std::vector<text::Span> clauses_of(std::string_view text, text::Span sentence) {
  std::vector<text::Span> clauses;
  std::uint32_t begin = sentence.begin;
  for (std::uint32_t at = sentence.begin; at < sentence.end;) {
    const char32_t code = utf8::decode(text, at);
    const auto next = at + static_cast<std::uint32_t>(utf8::length(text[at]));
    if (code == U'，' || code == U'。' || code == U'；' || code == U'\n' || code == U'！' || code == U'？') {
      clauses.push_back({begin, at});
      begin = next;
    }
    at = next;
  }
  if (begin < sentence.end) clauses.push_back({begin, sentence.end});
  return clauses;
}

std::vector<Mark> marks_of(const DocumentView& view, std::uint32_t passage, text::Span clause,
                           const EventChain& chain) {
  std::vector<Mark> words;
  const text::Passage& source = view.text.passages[passage];
  const std::string_view text = source.of(clause);
  std::vector<text::Regex::Group> groups;
  for (std::size_t stage = 0; stage < chain.stages.size(); ++stage) {
    for (std::size_t from = 0; from < text.size() && chain.stages[stage].words.find(text, from, groups, view.budget);) {
      const auto begin = clause.begin + static_cast<std::uint32_t>(groups[0].begin);
      const auto end = clause.begin + static_cast<std::uint32_t>(groups[0].end);
      if (end == begin) break;
      words.push_back({begin, end, false, stage});
      from = groups[0].end;
    }
  }
  // 竣工验收 is one event: a word inside a longer one is none
  std::vector<Mark> marks;
  for (const Mark& word : words) {
    const bool is_inside = std::any_of(words.begin(), words.end(), [&](const Mark& other) {
      return other.begin <= word.begin && word.end <= other.end && other.end - other.begin > word.end - word.begin;
    });
    if (!is_inside) marks.push_back(word);
  }
  const facts::Range range = facts::facts_from(view.facts, passage, clause);
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    const facts::Fact& fact = view.facts.facts[i];
    if (fact.kind == facts::FactKind::date && fact.span.begin >= clause.begin && fact.span.end <= clause.end) {
      marks.push_back({fact.span.begin, fact.span.end, true, i});
    }
  }
  std::sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) { return a.begin < b.begin; });
  return marks;
}

/// date, event, date, event… or event, date, event, date…: who belongs to whom is beyond doubt.
bool is_paired(const std::vector<Mark>& marks) {
  if (marks.empty() || marks.size() % 2 != 0) return false;
  for (std::size_t i = 1; i < marks.size(); ++i) {
    if (marks[i].is_date == marks[i - 1].is_date) return false;
  }
  return true;
}

/// 2023年5月16日开工，9月28日完工: the year goes on as long as the months do; a step back of one month is no new year.
facts::DateValue with_year(const DocumentView& view, std::uint32_t index) {
  constexpr int kStepBack = 1;
  facts::DateValue date = view.facts.facts[index].date;
  const std::uint32_t passage = view.facts.facts[index].passage;
  int month = date.month;
  for (std::uint32_t at = index; date.year == 0 && at-- > 0;) {
    const facts::Fact& before = view.facts.facts[at];
    if (before.passage != passage) break;
    if (before.kind != facts::FactKind::date || before.date.month == 0) continue;
    const int last = before.date_end.month != 0 ? before.date_end.month : before.date.month;
    if (month + kStepBack < last) break;
    if (before.date_end.year != 0 && before.date_end.year != before.date.year) break;
    date.year = before.date.year;
    month = before.date.month;
  }
  return date;
}

}  // namespace

void find_events(const DocumentView& view, std::uint32_t passage, text::Span sentence, const EventChain& chain,
                 std::vector<DatedEvent>& out) {
  const text::Passage& source = view.text.passages[passage];
  std::vector<Mark> waiting;  // the date of a clause without an event: 2023年5月10日，项目开工
  text::Span waiting_clause;
  for (const text::Span clause : clauses_of(source.text, sentence)) {
    std::vector<Mark> marks = marks_of(view, passage, clause, chain);
    text::Span quote = clause;
    const bool is_event_only = marks.size() == 1 && !marks[0].is_date;
    const bool is_date_only = marks.size() == 1 && marks[0].is_date;
    if (is_event_only && waiting.size() == 1) {
      marks.insert(marks.begin(), waiting[0]);
      quote.begin = waiting_clause.begin;
    }
    waiting.clear();
    if (is_date_only && marks[0].end + 3 >= clause.end) {
      waiting = marks;
      waiting_clause = clause;
    }
    if (!is_paired(marks)) continue;
    for (std::size_t i = 0; i < marks.size(); i += 2) {
      const Mark& date = marks[i].is_date ? marks[i] : marks[i + 1];
      const Mark& event = marks[i].is_date ? marks[i + 1] : marks[i];
      const std::uint32_t lead_begin = i == 0 ? quote.begin : marks[i - 1].end;
      const std::string_view lead = source.of({lead_begin, marks[i].begin});
      const auto fact = static_cast<std::uint32_t>(date.index);
      out.push_back({event.index, fact, with_year(view, fact), quote, lead, source.of(sentence)});
    }
  }
}

}  // namespace gouji::check
