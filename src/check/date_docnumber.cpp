// SPDX-License-Identifier: Apache-2.0
#include "check/date_docnumber.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "check/date_facts.hpp"
#include "facts/calendar.hpp"

namespace gouji::check {
namespace {

using facts::Fact;
using facts::FactKind;

constexpr std::uint32_t kTitleCharacters = 90;  // from the date over 《…》 to the number
constexpr int kSpringMonth = 3;                 // a number given in December is printed until here

class DateDocnumber final : public Check {
 public:
  explicit DateDocnumber(Params& params) : issue_(params.texts("issue")), unless_(params.texts("unless")) {}

  void run(const DocumentView& view, Sink& sink) const override {
    std::set<std::string> reported;
    for (std::uint32_t i = 0; i < view.facts.facts.size(); ++i) {
      const Fact& number = view.facts.facts[i];
      if (number.kind != FactKind::docnumber || number.docnumber_year == 0 ||
          number.text_value.find("〔") == std::string::npos)
        continue;
      if (reported.count(number.text_value) != 0) continue;
      const bool is_wrong = judge_issue(view, sink, i) || judge_filing(view, sink, i);
      if (is_wrong) reported.insert(number.text_value);
    }
  }

 private:
  /// 2023年5月印发《…》（财预〔2024〕3号）.
  bool judge_issue(const DocumentView& view, Sink& sink, std::uint32_t index) const {
    const Fact& number = view.facts.facts[index];
    const text::Passage& passage = view.text.passages[number.passage];
    // «（某财绩〔2023〕5号，2023年3月5日印发）»
    if (index + 1 < view.facts.facts_of[number.passage].end && view.facts.facts[index + 1].kind == FactKind::date) {
      const Fact& next = view.facts.facts[index + 1];
      const std::string_view behind = std::string_view(passage.text).substr(next.span.end);
      const bool is_issued = std::any_of(
          issue_.begin(), issue_.end(), [&](const std::string& word) { return behind.substr(0, word.size()) == word; });
      if (is_issued && passage.of({number.span.end, next.span.begin}) == "，")
        return judge_pair(view, sink, index + 1, index, issue_.front(), "《》");
    }
    if (index == 0) return false;
    const text::Span sentence = sentence_of(passage, number.span.begin);
    // dates inside the title of the document are what it is about
    for (std::uint32_t i = index; i-- > 0;) {
      const Fact& date = view.facts.facts[i];
      if (date.passage != number.passage || date.span.begin < sentence.begin || date.kind == FactKind::docnumber)
        return false;
      if (date.kind != FactKind::date) continue;
      const std::string_view between = passage.of({date.span.end, number.span.begin});
      const std::size_t open = between.find("《");
      if (open == std::string_view::npos) continue;
      if (utf8::count(between) > kTitleCharacters || between.find("《", open + 1) != std::string_view::npos)
        return false;
      return judge_pair(view, sink, i, index, between.substr(0, open), between.substr(open));
    }
    return false;
  }

  bool judge_pair(const DocumentView& view, Sink& sink, std::uint32_t date_index, std::uint32_t index,
                  std::string_view before_title, std::string_view title) const {
    const Fact& date = view.facts.facts[date_index];
    const Fact& number = view.facts.facts[index];
    const std::size_t close = title.find("》");
    if (close == std::string_view::npos || (title.substr(close) != "》（" && title.substr(close) != "》")) return false;
    if (date.date.year == 0 || !date.date.is_valid || date.date_end.month != 0 || !has_any(before_title, issue_))
      return false;
    const text::Passage& passage = view.text.passages[number.passage];
    // 2023年度…下发《…》 says for which year, not when
    if (date.date.month == 0 && passage.of(date.span).find("度") != std::string_view::npos) return false;
    if (has_any(before_title, unless_) || has_any(title, unless_)) {
      sink.not_comparable("allocated-ahead-or-amended");
      return false;
    }
    const int stated = number.docnumber_year;
    const bool is_before = date.date.year < stated;
    const bool is_after =
        date.date.year > stated + 1 || (date.date.year == stated + 1 && date.date.month > kSpringMonth);
    if (!is_before && !is_after) {
      sink.holds();
      return false;
    }
    if (is_after && date.date.month == 0) {
      sink.not_comparable("year-only");
      return false;
    }
    Draft draft = sink.draft();
    draft.actual = number.text_value;
    draft.working = {fmt::format("文中称 {} 印发，文号年份却为 {}", facts::to_chinese(date.date), stated),
                     fmt::format("issued {} as the text says, but numbered in {}", facts::to_iso(date.date), stated)};
    draft.key = number.text_value + " " + facts::to_iso(date.date);
    draft.evidence.push_back(spot_at(
        number.passage, {std::min(date.span.begin, number.span.begin), std::max(date.span.end, number.span.end)},
        number.span, "docnumber"));
    draft.evidence.push_back(spot_at(date.passage, date.span, date.span, "issued"));
    sink.report(std::move(draft));
    return true;
  }

  static bool judge_filing(const DocumentView& view, Sink& sink, std::uint32_t index) {
    const Fact* filing = filing_date(view);
    if (filing == nullptr) return false;
    const Fact& number = view.facts.facts[index];
    if (number.docnumber_year <= filing->date.year) {
      sink.holds();
      return false;
    }
    if (!view.context.is_filing_stated && view.context.fiscal_year == 0) {
      sink.not_comparable("filing-date-in-doubt");
      return false;
    }
    // a filing date inside the evaluated year is wrong itself: date/report-vs-period says so
    if (view.context.fiscal_year != 0 && filing->date.year <= view.context.fiscal_year) {
      sink.not_comparable("filing-date-in-doubt");
      return false;
    }
    Draft draft = sink.draft();
    draft.actual = number.text_value;
    draft.working = {fmt::format("{} 晚于报告日期 {}", number.text_value, facts::to_chinese(filing->date)),
                     fmt::format("{} is later than the report of {}", number.text_value, facts::to_iso(filing->date))};
    draft.key = number.text_value + " " + facts::to_iso(filing->date);
    draft.evidence.push_back(spot_in_clause(view, index, "docnumber"));
    draft.evidence.push_back(spot_in_clause(view, view.context.filing_date, "filing"));
    sink.report(std::move(draft));
    return true;
  }

  std::vector<std::string> issue_;
  std::vector<std::string> unless_;
};

}  // namespace

std::unique_ptr<Check> make_date_docnumber(Params& params) { return std::make_unique<DateDocnumber>(params); }

}  // namespace gouji::check
