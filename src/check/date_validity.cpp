// SPDX-License-Identifier: Apache-2.0
#include "check/date_validity.hpp"

#include <map>

#include <fmt/format.h>

#include "check/date_facts.hpp"
#include "facts/calendar.hpp"

namespace gouji::check {
namespace {

constexpr std::size_t kNearBytes = 18;     // «农历2023年…»
constexpr std::size_t kEvidence = 5;       // places shown for one wrong date
constexpr std::size_t kLostInReading = 4;  // as many different ones: the text lost its digits on the way into the file

class DateValidity final : public Check {
 public:
  explicit DateValidity(Params& params) : unless_(params.texts("unless")) {}

  void run(const DocumentView& view, Sink& sink) const override {
    std::map<std::string, std::vector<std::uint32_t>> wrong;  // by printed form
    std::vector<std::string> order;
    for (std::uint32_t i = 0; i < view.facts.facts.size(); ++i) {
      const facts::Fact& fact = view.facts.facts[i];
      if (fact.kind != facts::FactKind::date) continue;
      if (fact.date.is_valid && fact.date_end.is_valid) {
        sink.holds();
        continue;
      }
      const text::Passage& passage = view.text.passages[fact.passage];
      const std::size_t from = fact.span.begin > kNearBytes ? fact.span.begin - kNearBytes : 0;
      if (has_any(std::string_view(passage.text).substr(from, fact.span.end + kNearBytes - from), unless_)) {
        sink.not_comparable("other-calendar");
        continue;
      }
      auto& places = wrong[std::string(passage.of(fact.span))];
      if (places.empty()) order.emplace_back(passage.of(fact.span));
      places.push_back(i);
    }
    const bool is_lost = order.size() >= kLostInReading;
    for (const std::string& printed : order) {
      report(view, sink, printed, wrong[printed], is_lost);
      if (is_lost) break;
    }
  }

 private:
  static void report(const DocumentView& view, Sink& sink, const std::string& printed,
                     const std::vector<std::uint32_t>& places, bool is_lost) {
    const facts::Fact& fact = view.facts.facts[places.front()];
    Draft draft = sink.draft();
    draft.actual = printed;
    draft.key = printed;
    for (const std::uint32_t place : places) {
      if (draft.evidence.size() < kEvidence) draft.evidence.push_back(spot_in_clause(view, place, "date"));
    }
    const facts::DateValue& date = facts::exists(fact.date) ? fact.date_end : fact.date;
    if (date.year == 0 && date.month == 0) {
      describe_year(view, draft, printed);
    } else if (facts::exists(fact.date) && (fact.date_end.month == 0 || facts::exists(fact.date_end))) {
      draft.working = {fmt::format("“{}”的年份中夹有字母", printed),
                       fmt::format("the year in “{}” holds a letter", printed)};
      draft.expected = fmt::format("{}年", fact.date.year);
    } else if (date.month < 1 || date.month > 12) {
      draft.working = {fmt::format("“{}”：月份应在 1 至 12 之间，文中为 {}", printed, date.month),
                       fmt::format("“{}”: a month is 1 to 12, not {}", printed, date.month)};
    } else {
      const int most = facts::days_in_month(date.year, date.month);
      draft.working = {fmt::format("“{}”：该月只有 {} 天", printed, most),
                       fmt::format("“{}”: that month has {} days", printed, most)};
    }
    if (is_lost) {
      draft.severity = Severity::info;
      draft.cause = {"文中多处日期不完整，可能是转换文件时丢失了数字",
                     "several dates are incomplete: digits may have been lost in conversion"};
    }
    sink.report(std::move(draft));
  }

  static void describe_year(const DocumentView& view, Draft& draft, const std::string& printed) {
    draft.working = {fmt::format("“{}”中的年份不是四位数", printed),
                     fmt::format("the year in “{}” has not four digits", printed)};
    if (view.context.fiscal_year == 0) return;
    draft.expected = fmt::format("{}年", view.context.fiscal_year);
    draft.cause = {
        fmt::format("年份漏写或多写一位，本报告年度为 {} 年", view.context.fiscal_year),
        fmt::format("a digit of the year is lost or doubled; the report is on {}", view.context.fiscal_year)};
  }

  std::vector<std::string> unless_;
};

}  // namespace

std::unique_ptr<Check> make_date_validity(Params& params) { return std::make_unique<DateValidity>(params); }

}  // namespace gouji::check
