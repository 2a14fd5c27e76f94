// SPDX-License-Identifier: Apache-2.0
#include "check/date_interval.hpp"

#include <fmt/format.h>

#include "check/date_facts.hpp"
#include "check/date_order_table.hpp"
#include "facts/calendar.hpp"

namespace gouji::check {
namespace {

using facts::DateValue;
using facts::Fact;

constexpr std::size_t kBehindBytes = 24;
constexpr int kLateMonth = 9;  // what begins later and ends before June runs over the turn of the year: heating, winter
constexpr int kEarlyMonth = 6;
constexpr int kLeapYear = 2000;  // stands for a year that is not stated

/// Is this all that stands between the two ends of a stretch: 至, —, 起至, 开始到…?
bool is_connector(std::string_view between) {
  for (const std::string_view word : {"至", "到", "—", "——", "-", "--", "–", "~", "～", "〜", "∼", "－", "起至", "起到",
                                      "开始至", "开始到", "始至", "（含）至", "日至"}) {
    if (between == word) return true;
  }
  return false;
}

class DateInterval final : public Check {
 public:
  explicit DateInterval(Params& params)
      : begin_(params.texts("begin")),
        end_(params.texts("end")),
        column_begin_(params.texts("column_begin")),
        column_end_(params.texts("column_end")),
        unless_(params.texts("unless")) {}

  void run(const DocumentView& view, Sink& sink) const override {
    for (std::uint32_t passage = 0; passage < view.text.passages.size(); ++passage) {
      const std::vector<std::uint32_t> dates = dates_of(view, passage);
      for (std::size_t i = 0; i < dates.size(); ++i) {
        const Fact& fact = view.facts.facts[dates[i]];
        if (fact.date_end.month != 0 || fact.date_end.year != 0) {
          judge(view, sink, fact, fact, fact.date, fact.date_end, true);
        } else if (i + 1 < dates.size()) {
          const Fact& next = view.facts.facts[dates[i + 1]];
          if (next.date_end.month == 0 && next.date_end.year == 0 && is_stretch(view, fact, next)) {
            judge(view, sink, fact, next, fact.date, next.date, false);
          }
        }
      }
    }
    for (const table::TableView& table : view.tables.tables) judge_rows(view, sink, table);
  }

 private:
  /// 开始时间 | 结束时间 over two columns. (开工 and 竣工 are events: date/event-order.)
  void judge_rows(const DocumentView& view, Sink& sink, const table::TableView& table) const {
    std::size_t begin = table.columns.size();
    std::size_t end = table.columns.size();
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
      const std::string& header = table.columns[column].header;
      if (has_any(header, column_begin_)) begin = begin == table.columns.size() ? column : begin;
      if (has_any(header, column_end_)) end = end == table.columns.size() ? column : end;
    }
    if (begin == table.columns.size() || end == table.columns.size() || begin == end) return;
    for (std::size_t row = table.header_rows; row < table.rows.size(); ++row) {
      const std::uint32_t first = date_of_cell(view, table, row, begin);
      const std::uint32_t second = date_of_cell(view, table, row, end);
      if (first == docx::kNone || second == docx::kNone) continue;
      const Fact& start = view.facts.facts[first];
      const Fact& stop = view.facts.facts[second];
      if (start.date.year == 0 || stop.date.year == 0) continue;
      judge(view, sink, start, stop, start.date, stop.date, false);
    }
  }

  /// 自…至…, or 开始时间：…，结束时间：….
  [[nodiscard]] bool is_stretch(const DocumentView& view, const Fact& first, const Fact& second) const {
    const text::Passage& passage = view.text.passages[first.passage];
    const std::string_view between = passage.of({first.span.end, second.span.begin});
    if (is_connector(between)) return true;
    const std::string_view before = std::string_view(passage.text).substr(0, first.span.begin);
    return ends_with_slot(before, begin_) && ends_with_slot(between, end_);
  }

  static bool ends_with_slot(std::string_view text, const std::vector<std::string>& words) {
    constexpr std::string_view kColon = "：";
    if (text.size() < kColon.size() || text.substr(text.size() - kColon.size()) != kColon) return false;
    text.remove_suffix(kColon.size());
    for (const std::string& word : words) {
      if (text.size() >= word.size() && text.substr(text.size() - word.size()) == word) return true;
    }
    return false;
  }

  void judge(const DocumentView& view, Sink& sink, const Fact& first, const Fact& second, DateValue start,
             DateValue end, bool is_one_form) const {
    if (!first.date.is_valid || !second.date.is_valid || !start.is_valid || !end.is_valid) return;
    const bool is_inherited = end.year == 0 && start.year != 0;
    if (is_inherited) end.year = start.year;
    if (start.year == 0) {
      // 9月至6月 may run into the next year; the days of one month may not
      if (start.month != end.month || end.year != 0) return sink.not_comparable("year-not-stated");
      start.year = end.year = kLeapYear;
    }
    if (facts::first_day(start) <= facts::last_day(end)) return sink.holds();
    const bool is_winter = start.month > kLateMonth && end.month < kEarlyMonth && start.year == end.year;
    if (is_winter && (is_inherited || is_one_form)) return sink.not_comparable("over-the-turn-of-the-year");
    const text::Passage& passage = view.text.passages[first.passage];
    const std::string_view behind =
        std::string_view(view.text.passages[second.passage].text).substr(second.span.end, kBehindBytes);
    if (has_any(behind, unless_)) return sink.not_comparable("comparison");
    Draft draft = sink.draft();
    const bool is_one_place = first.passage == second.passage;
    const text::Span span{first.span.begin, is_one_place ? second.span.end : first.span.end};
    draft.actual = std::string(passage.of(span));
    draft.working = {fmt::format("开始于 {}，结束于 {}，起晚于止", facts::to_chinese(first.date),
                                 facts::to_chinese(is_one_form ? first.date_end : end)),
                     fmt::format("begins {}, ends {}: the end comes first", facts::to_iso(first.date),
                                 facts::to_iso(is_one_form ? first.date_end : end))};
    draft.key = facts::to_iso(first.date) + ">" + facts::to_iso(end);
    draft.evidence.push_back(spot_at(first.passage, span, span, "interval"));
    if (!is_one_place) draft.evidence.push_back(spot_at(second.passage, second.span, second.span, "end"));
    sink.report(std::move(draft));
  }

  std::vector<std::string> begin_;
  std::vector<std::string> end_;
  std::vector<std::string> column_begin_;
  std::vector<std::string> column_end_;
  std::vector<std::string> unless_;
};

}  // namespace

std::unique_ptr<Check> make_date_interval(Params& params) { return std::make_unique<DateInterval>(params); }

}  // namespace gouji::check
