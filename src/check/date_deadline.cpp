// SPDX-License-Identifier: Apache-2.0
#include "check/date_deadline.hpp"

#include <algorithm>
#include <cstdlib>

#include <fmt/format.h>

#include "check/date_facts.hpp"
#include "facts/calendar.hpp"

namespace gouji::check {
namespace {

using facts::DateValue;
using facts::Fact;
using facts::FactKind;

bool starts_with_any(std::string_view text, const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](const std::string& word) { return text.substr(0, word.size()) == word; });
}

bool ends_with_any(std::string_view text, const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    return text.size() >= word.size() && text.substr(text.size() - word.size()) == word;
  });
}

class DateDeadline final : public Check {
 public:
  explicit DateDeadline(Params& params)
      : before_(params.texts("before")),
        until_(params.texts("until")),
        due_(params.texts("due")),
        done_(params.texts("done")),
        in_time_(params.texts("in_time")),
        late_(params.texts("late")),
        unless_(params.texts("unless")) {}

  void run(const DocumentView& view, Sink& sink) const override {
    for (const statement::Sentence& sentence : view.statements.sentences) judge_sentence(view, sink, sentence);
  }

 private:
  // Exactly one deadline and one other date behind it: nothing else can be meant.
  void judge_sentence(const DocumentView& view, Sink& sink, const statement::Sentence& sentence) const {
    const text::Passage& passage = view.text.passages[sentence.passage];
    std::uint32_t deadline = docx::kNone;
    std::uint32_t done = docx::kNone;
    std::uint32_t days = docx::kNone;
    for (std::uint32_t index = sentence.facts.begin; index < sentence.facts.end; ++index) {
      const Fact& fact = view.facts.facts[index];
      if (fact.kind == FactKind::duration && fact.unit != nullptr && fact.unit->base == "天") {
        days = days == docx::kNone ? index : sentence.facts.end;
      }
      if (fact.kind != FactKind::date || fact.date.is_year_only()) continue;
      if (!fact.date.is_valid || fact.date_end.month != 0) return;
      if (is_deadline(view, fact)) {
        if (deadline != docx::kNone) return;
        deadline = index;
      } else {
        if (done != docx::kNone) return;
        done = index;
      }
    }
    if (deadline == docx::kNone || done == docx::kNone) return;
    const Fact& due = view.facts.facts[deadline];
    const Fact& actual = view.facts.facts[done];
    const std::string_view text = passage.of(sentence.span);
    if (!has_any(passage.of({actual.span.end, sentence.span.end}), done_) || !is_due(view, sentence, due)) return;
    const bool is_late = has_any(text, late_);
    const bool is_in_time = has_any(text, in_time_);
    if (is_late == is_in_time) return;
    if (has_any(text, unless_)) return sink.not_comparable("deadline-changed");
    DateValue due_date = due.date;
    DateValue date = actual.date;
    if (date.year == 0 && due_date.year != 0 && date.month + 6 > due_date.month) date.year = due_date.year;
    if (due_date.year == 0 || date.year == 0) return sink.not_comparable("year-not-stated");
    const bool came_late = facts::first_day(date) > facts::last_day(due_date);
    const bool came_in_time = facts::last_day(date) <= facts::last_day(due_date);
    if (is_in_time && came_late) {
      report(view, sink, {"实际日期晚于期限，文中却写按期或提前", "done after the deadline, yet called in time"}, due,
             actual, due_date, date);
    } else if (is_late && came_in_time) {
      report(view, sink, {"实际日期不晚于期限，文中却写逾期", "done by the deadline, yet called late"}, due, actual,
             due_date, date);
    } else if (days < sentence.facts.end && !fits_days(view.facts.facts[days], due_date, date)) {
      report(view, sink,
             {fmt::format("两个日期相差 {} 天，文中写 {}", distance(due_date, date), view.facts.facts[days].shown()),
              fmt::format("the dates are {} days apart; the text has {}", distance(due_date, date),
                          view.facts.facts[days].shown())},
             due, actual, due_date, date, days);
    } else {
      sink.holds();
    }
  }

  [[nodiscard]] bool is_deadline(const DocumentView& view, const Fact& fact) const {
    const std::string_view text = view.text.passages[fact.passage].text;
    return starts_with_any(text.substr(fact.span.end), before_) ||
           ends_with_any(text.substr(0, fact.span.begin), until_);
  }

  [[nodiscard]] bool is_due(const DocumentView& view, const statement::Sentence& sentence, const Fact& fact) const {
    const text::Passage& passage = view.text.passages[fact.passage];
    if (ends_with_any(std::string_view(passage.text).substr(0, fact.span.begin), until_)) return true;
    return has_any(passage.of({sentence.span.begin, clause_of(passage.text, fact.span).end}), due_);
  }

  static int distance(const DateValue& due, const DateValue& date) {
    return std::abs(facts::first_day(date) - facts::last_day(due));
  }

  static bool fits_days(const Fact& days, const DateValue& due, const DateValue& date) {
    if (due.day == 0 || date.day == 0) return true;
    return abs(days.value - Rational(distance(due, date))) <= Rational(1);
  }

  static void report(const DocumentView& view, Sink& sink, const Bilingual& message, const Fact& due,
                     const Fact& actual, const DateValue& due_date, const DateValue& date,
                     std::uint32_t days = docx::kNone) {
    Draft draft = sink.draft();
    draft.message = message;
    draft.actual = facts::to_chinese(date);
    draft.working = {
        fmt::format("期限 {}，实际 {}", facts::to_chinese(due_date), facts::to_chinese(date)),
        fmt::format("deadline {}, done {}", facts::to_iso(due_date), facts::to_iso(date)),
    };
    draft.key = facts::to_iso(due_date) + " " + facts::to_iso(date);
    const std::string_view text = view.text.passages[actual.passage].text;
    if (days != docx::kNone) draft.evidence.push_back(spot_in_clause(view, days, "days"));
    draft.evidence.push_back(spot_at(actual.passage, clause_of(text, actual.span), actual.span, "done"));
    draft.evidence.push_back(spot_at(due.passage, clause_of(text, due.span), due.span, "deadline"));
    sink.report(std::move(draft));
  }

  std::vector<std::string> before_, until_, due_, done_, in_time_, late_, unless_;
};

}  // namespace

std::unique_ptr<Check> make_date_deadline(Params& params) { return std::make_unique<DateDeadline>(params); }

}  // namespace gouji::check
