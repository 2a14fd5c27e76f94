// SPDX-License-Identifier: Apache-2.0
#include "check/period_future.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "check/count_enumeration.hpp"
#include "check/date_facts.hpp"

namespace gouji::check {
namespace {

using facts::DateValue;
using facts::Fact;
using facts::FactKind;

class PeriodFuture final : public Check {
 public:
  explicit PeriodFuture(Params& params)
      : genres_(params.texts("genres")), ahead_(params.texts("ahead")), unless_(params.texts("unless")) {}

  void run(const DocumentView& view, Sink& sink) const override {
    if (std::find(genres_.begin(), genres_.end(), view.context.genre) == genres_.end()) return;
    const int fiscal = view.context.fiscal_year;
    const Fact* filed = filing_date(view);
    if (fiscal == 0) return sink.not_comparable("no-fiscal-year");
    for (const Fact& fact : view.facts.facts) {
      if (fact.kind != FactKind::date || fact.date.year == 0 || fact.date.month == 0 || !fact.date.is_valid) continue;
      const text::Passage& passage = view.text.passages[fact.passage];
      if (passage.in_table() || passage.story != docx::StoryKind::body || !is_announced(passage, fact)) continue;
      const DateValue& last = fact.date_end.year != 0 ? fact.date_end : fact.date;
      const bool is_past = last.year <= fiscal || (filed != nullptr && is_before(last, filed->date));
      if (!is_past) {
        sink.holds();
        continue;
      }
      const std::string_view sentence = passage.of(sentence_of(passage, fact.span.begin));
      if (has_any(sentence, unless_) || is_quoted(passage.text, fact.span.begin)) {
        sink.not_comparable("plan-of-that-time");
        continue;
      }
      report(view, sink, fact, filed);
    }
  }

 private:
  [[nodiscard]] bool is_announced(const text::Passage& passage, const Fact& fact) const {
    const std::string_view before = std::string_view(passage.text).substr(0, fact.span.begin);
    return std::any_of(ahead_.begin(), ahead_.end(), [&](const std::string& word) {
      return before.size() >= word.size() && before.substr(before.size() - word.size()) == word;
    });
  }

  /// By month: the day of filing may be the day of the last correction.
  static bool is_before(const DateValue& date, const DateValue& filed) {
    return std::tie(date.year, date.month) < std::tie(filed.year, filed.month);
  }

  static void report(const DocumentView& view, Sink& sink, const Fact& fact, const Fact* filed) {
    Draft draft = sink.draft();
    draft.actual = std::string(view.text.passages[fact.passage].of(fact.span));
    draft.working = {
        fmt::format("本报告年度为 {} 年，“将于”的日期 {} 已经过去", view.context.fiscal_year, draft.actual),
        fmt::format("the report is on {}; {} is no future date", view.context.fiscal_year, draft.actual)};
    draft.evidence.push_back(
        spot_at(fact.passage, clause_of(view.text.passages[fact.passage].text, fact.span), fact.span, "date"));
    if (filed != nullptr) {
      draft.evidence.push_back(spot_at(filed->passage, filed->span, filed->span, "filing"));
    } else if (const facts::StatedYear* stated = stated_fiscal_year(view)) {
      draft.evidence.push_back(spot_at(stated->passage, stated->span, stated->span, "fiscal-year"));
    }
    sink.report(std::move(draft));
  }

  std::vector<std::string> genres_, ahead_, unless_;
};

}  // namespace

std::unique_ptr<Check> make_period_future(Params& params) { return std::make_unique<PeriodFuture>(params); }

}  // namespace gouji::check
