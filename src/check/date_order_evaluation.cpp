// SPDX-License-Identifier: Apache-2.0
#include "check/date_order_evaluation.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "check/date_facts.hpp"
#include "facts/calendar.hpp"

namespace gouji::check {
namespace {

using facts::DateValue;
using facts::Fact;
using facts::FactKind;

constexpr std::uint32_t kDateEndsClause = 6;  // bytes behind the date that may end its clause: «前后»
constexpr int kShortlyBefore = 90;            // days from the group to the report, a year moved

text::Span window_of(const text::Passage& passage, const Fact& fact) {
  text::Span window = clause_of(passage.text, fact.span);
  const bool ends_here = window.end <= fact.span.end + kDateEndsClause;
  constexpr std::uint32_t kComma = 3;
  if (ends_here && window.end + kComma < passage.text.size()) {
    window.end = clause_of(passage.text, {window.end + kComma, window.end + kComma}).end;
  }
  // 3月12日召开会议，当日成立小组
  for (const std::string_view word : {"，当日", "，同日", "，当天"}) {
    if (passage.text.compare(window.end, word.size(), word) == 0)
      window.end = clause_of(passage.text, {window.end + kComma, window.end + kComma}).end;
  }
  return window;
}

bool matches(const std::vector<text::Regex>& patterns, std::string_view text) {
  std::vector<text::Regex::Group> groups;
  return std::any_of(patterns.begin(), patterns.end(),
                     [&](const text::Regex& pattern) { return pattern.find(text, 0, groups); });
}

/// The document number that orders the evaluation: numbered after the date's year; in the same sentence or anywhere.
std::uint32_t notice_after(const DocumentView& view, const Fact& date, bool same_sentence,
                           const std::vector<std::string>& words) {
  for (std::uint32_t i = 0; i < view.facts.facts.size(); ++i) {
    const Fact& number = view.facts.facts[i];
    if (number.kind != FactKind::docnumber || number.docnumber_year <= date.date.year) continue;
    const text::Passage& passage = view.text.passages[number.passage];
    const text::Span sentence = sentence_of(passage, number.span.begin);
    if (same_sentence &&
        (number.passage != date.passage || date.span.begin < sentence.begin || date.span.begin >= sentence.end))
      continue;
    if (has_any(passage.of(sentence), words)) return i;
  }
  return docx::kNone;
}

class EvaluationJudge {
 public:
  EvaluationJudge(const DocumentView& view, Sink& sink, const EvaluationWords& words)
      : view_(view), sink_(sink), words_(words) {}

  void run() {
    for (std::uint32_t i = 0; i < view_.facts.facts.size(); ++i) {
      const Fact& fact = view_.facts.facts[i];
      const bool is_dated = fact.kind == FactKind::date && fact.date.year != 0 && fact.date.month != 0 &&
                            fact.date.is_valid && fact.date_end.month == 0 && i != view_.context.filing_date;
      if (!is_dated) continue;
      const text::Passage& passage = view_.text.passages[fact.passage];
      const text::Span window = window_of(passage, fact);
      if (!matches(words_.events, passage.of(window))) continue;
      if (has_any(passage.of(window), words_.standing)) {
        sink_.not_comparable("standing-group");
        continue;
      }
      judge(i, window);
    }
  }

 private:
  void judge(std::uint32_t index, text::Span window) {
    const Fact& fact = view_.facts.facts[index];
    const Fact* filing = filing_date(view_);
    const int year = view_.context.fiscal_year;
    if (filing != nullptr && facts::first_day(fact.date) > facts::last_day(filing->date)) {
      return report(
          index, window, docx::kNone,
          {fmt::format("{} 晚于报告日期 {}", facts::to_chinese(fact.date), facts::to_chinese(filing->date)),
           fmt::format("{} is later than the report of {}", facts::to_iso(fact.date), facts::to_iso(filing->date))});
    }
    std::uint32_t notice = notice_after(view_, fact, true, words_.notice);
    if (notice == docx::kNone && fact.date.year == year) notice = notice_after(view_, fact, false, words_.notice);
    const bool is_before_filing = filing != nullptr && year != 0 && fact.date.year == year &&
                                  filing->date.year == year + 1 && is_shortly_before(fact.date, filing->date);
    if (notice == docx::kNone && !is_before_filing) {
      if (year != 0 && fact.date.year <= year) {
        sink_.not_comparable("no-notice");
      } else {
        sink_.holds();
      }
      return;
    }
    Bilingual working;
    if (notice != docx::kNone) {
      const std::string& number = view_.facts.facts[notice].text_value;
      working = {fmt::format("{} 早于通知 {}", facts::to_chinese(fact.date), number),
                 fmt::format("{} is earlier than the notice {}", facts::to_iso(fact.date), number)};
    } else {
      working = {fmt::format("{} 早于 {} 年度终了", facts::to_chinese(fact.date), year),
                 fmt::format("{} is before the end of {}", facts::to_iso(fact.date), year)};
    }
    if (notice != docx::kNone && fact.date.year == year) {
      working.zh += fmt::format("，也早于 {} 年度终了", year);
      working.en += fmt::format(", and before the end of {}", year);
    }
    report(index, window, notice, std::move(working));
  }

  static DateValue next_year(DateValue date) {
    ++date.year;
    if (date.month == 2 && date.day == 29) date.day = 28;
    return date;
  }

  static bool is_shortly_before(DateValue date, const DateValue& filing) {
    const int gap = facts::last_day(filing) - facts::first_day(next_year(date));
    return gap >= 0 && gap <= kShortlyBefore;
  }

  void report(std::uint32_t index, text::Span window, std::uint32_t notice, Bilingual working) {
    const Fact& fact = view_.facts.facts[index];
    if (!reported_.insert(facts::to_iso(fact.date)).second) return;
    const Fact* filing = filing_date(view_);
    Draft draft = sink_.draft();
    draft.working = std::move(working);
    draft.actual = facts::to_chinese(fact.date);
    draft.key = "evaluation " + facts::to_iso(fact.date);
    const DateValue meant = next_year(fact.date);
    if (filing != nullptr && filing->date.year == meant.year &&
        facts::first_day(meant) <= facts::last_day(filing->date)) {
      draft.cause = {
          fmt::format("疑为 {} 之误（报告日期 {}）", facts::to_chinese(meant), facts::to_chinese(filing->date)),
          fmt::format("{} may have been meant (report dated {})", facts::to_iso(meant), facts::to_iso(filing->date))};
      draft.expected = facts::to_chinese(meant);
    }
    draft.evidence.push_back(spot_at(fact.passage, window, fact.span, "event"));
    if (notice != docx::kNone) draft.evidence.push_back(spot_in_clause(view_, notice, "notice"));
    if (filing != nullptr) draft.evidence.push_back(spot_in_clause(view_, view_.context.filing_date, "filing"));
    if (const facts::StatedYear* stated = stated_fiscal_year(view_);
        stated != nullptr && stated->passage != fact.passage) {
      draft.evidence.push_back(spot_at(
          stated->passage, clause_of(view_.text.passages[stated->passage].text, stated->span), stated->span, "year"));
    }
    sink_.report(std::move(draft));
  }

  const DocumentView& view_;
  Sink& sink_;
  const EvaluationWords& words_;
  std::set<std::string> reported_;
};

}  // namespace

void judge_evaluation(const DocumentView& view, Sink& sink, const EvaluationWords& words) {
  EvaluationJudge(view, sink, words).run();
}

}  // namespace gouji::check
