// SPDX-License-Identifier: Apache-2.0
#include "check/date_report.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "check/date_facts.hpp"
#include "facts/calendar.hpp"

namespace gouji::check {
namespace {

using facts::DateValue;

constexpr DateValue last_of(int year) { return {year, 12, 31, true}; }

/// What the filing date must do, as days: not before, not after.
struct Bounds {
  DateValue not_before;
  DateValue not_after;
  Bilingual says;
};

class DateReport final : public Check {
 public:
  explicit DateReport(Params& params)
      : after_year_(params.texts("after_year")),
        not_before_year_(params.texts("not_before_year")),
        around_year_(params.texts("around_year")),
        within_year_(params.texts("within_year")) {}

  void run(const DocumentView& view, Sink& sink) const override {
    const facts::Fact* filing = filing_date(view);
    const facts::StatedYear* stated = stated_fiscal_year(view);
    if (filing == nullptr || stated == nullptr) return;
    const int year = view.context.fiscal_year;
    Bounds bounds;
    if (!bounds_of(view, stated->slot == "form", year, bounds)) return sink.not_comparable("kind-of-report");
    const bool is_early =
        bounds.not_before.year != 0 && facts::last_day(filing->date) < facts::first_day(bounds.not_before);
    const bool is_late =
        bounds.not_after.year != 0 && facts::first_day(filing->date) > facts::last_day(bounds.not_after);
    if (!is_early && !is_late) return sink.holds();
    Draft draft = sink.draft();
    const std::string date = facts::to_chinese(filing->date);
    draft.actual = date;
    draft.working = {fmt::format("报告日期 {}，年度 {} 年：{}", date, year, bounds.says.zh),
                     fmt::format("dated {}, on {}: {}", facts::to_iso(filing->date), year, bounds.says.en)};
    if (is_early && filing->date.year == year) {
      DateValue meant = filing->date;
      ++meant.year;
      draft.cause = {fmt::format("疑将 {} 误写为 {}，或年度填错", facts::to_chinese(meant), date),
                     fmt::format("{} may have been meant, or the year is wrong", facts::to_iso(meant))};
    }
    if (!view.context.is_filing_stated) draft.confidence = Confidence::medium;
    draft.key = fmt::format("{} {}", year, facts::to_iso(filing->date));
    draft.evidence.push_back(spot_in_clause(view, view.context.filing_date, "filing"));
    draft.evidence.push_back(spot_at(stated->passage, clause_of(view.text.passages[stated->passage].text, stated->span),
                                     stated->span, "year"));
    sink.report(std::move(draft));
  }

 private:
  bool bounds_of(const DocumentView& view, bool has_form, int year, Bounds& bounds) const {
    const std::string& genre = view.context.genre;
    const auto is_one_of = [&](const std::vector<std::string>& genres) {
      return std::find(genres.begin(), genres.end(), genre) != genres.end();
    };
    if (has_any(view.context.title, within_year_)) {
      bounds = {
          {year, 1, 1, true}, {year + 1, 1, 31, true}, {"监控报告应在当年之内", "monitoring lies within the year"}};
    } else if (is_one_of(around_year_)) {
      bounds = {{year - 1, 7, 1, true},
                last_of(year),
                {"预算应在年度开始前后公开", "a budget is published around the start of its year"}};
    } else if (is_one_of(not_before_year_)) {
      bounds = {{year, 1, 1, true}, {}, {"报告日期早于该年度", "the date lies before the year"}};
    } else if (is_one_of(after_year_)) {
      // forms are signed in the last days of the year, too
      bounds = {
          {year, 12, 1, true}, {}, {"年度终了之前不能报告全年情况", "a full year cannot be reported before it ends"}};
    } else if (genre == "unknown" && has_form) {
      bounds = {
          {year, 12, 1, true}, {}, {"年度终了之前不能报告全年情况", "a full year cannot be reported before it ends"}};
    } else {
      return false;
    }
    return true;
  }

  std::vector<std::string> after_year_;
  std::vector<std::string> not_before_year_;
  std::vector<std::string> around_year_;
  std::vector<std::string> within_year_;
};

}  // namespace

std::unique_ptr<Check> make_date_report(Params& params) { return std::make_unique<DateReport>(params); }

}  // namespace gouji::check
