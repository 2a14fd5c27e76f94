// SPDX-License-Identifier: Apache-2.0
#include "check/date_weekday.hpp"

#include <array>

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "check/date_facts.hpp"
#include "facts/calendar.hpp"

namespace gouji::check {
namespace {

constexpr std::array<std::string_view, 8> kNames = {"",       "星期一", "星期二", "星期三",
                                                    "星期四", "星期五", "星期六", "星期日"};
constexpr std::array<std::string_view, 8> kEnglish = {"",         "Monday", "Tuesday",  "Wednesday",
                                                      "Thursday", "Friday", "Saturday", "Sunday"};

bool skip(std::string_view text, std::size_t& at, std::initializer_list<std::string_view> words) {
  for (const std::string_view word : words) {
    if (text.compare(at, word.size(), word) == 0) {
      at += word.size();
      return true;
    }
  }
  return false;
}

/// The day of the week that stands directly behind `at`; 0 when none does. `at` moves behind it.
int read_weekday(std::string_view text, std::size_t& at) {
  (void)skip(text, at, {"上午", "下午", "晚上", "中午"});
  (void)skip(text, at, {"，", " "});
  (void)skip(text, at, {"（", "("});
  if (!skip(text, at, {"星期", "礼拜", "周"})) return 0;
  if (at >= text.size()) return 0;
  constexpr std::u32string_view kDays = U"一二三四五六日天";
  const std::size_t day = kDays.find(utf8::decode(text, at));
  if (day == std::u32string_view::npos) return 0;
  at += utf8::length(text[at]);
  std::size_t next = at;
  // 周一至周五, 周六日, 周日报: no single day
  if (skip(text, next, {"至", "到", "—", "-", "、", "日", "天", "报", "刊"})) return 0;
  return day >= 6 ? 7 : static_cast<int>(day) + 1;
}

class DateWeekday final : public Check {
 public:
  void run(const DocumentView& view, Sink& sink) const override {
    for (std::uint32_t i = 0; i < view.facts.facts.size(); ++i) {
      const facts::Fact& fact = view.facts.facts[i];
      if (fact.kind != facts::FactKind::date || fact.date.day == 0 || fact.date_end.month != 0 || !fact.date.is_valid)
        continue;
      const std::string& text = view.text.passages[fact.passage].text;
      std::size_t end = fact.span.end;
      const int stated = read_weekday(text, end);
      if (stated == 0) continue;
      if (fact.date.year == 0) {
        sink.not_comparable("year-not-stated");
        continue;
      }
      const int actual = facts::weekday(facts::first_day(fact.date));
      if (actual == stated) {
        sink.holds();
        continue;
      }
      const auto name = static_cast<std::size_t>(actual);
      Draft draft = sink.draft();
      draft.expected = kNames[name];
      draft.actual = kNames[static_cast<std::size_t>(stated)];
      draft.working = {fmt::format("{}是{}，不是{}", facts::to_chinese(fact.date), draft.expected, draft.actual),
                       fmt::format("{} is a {}", facts::to_iso(fact.date), kEnglish[name])};
      draft.key = fmt::format("{} {}", facts::to_iso(fact.date), stated);
      const text::Span span{fact.span.begin, static_cast<std::uint32_t>(end)};
      draft.evidence.push_back(spot_at(fact.passage, span, span, "weekday"));
      sink.report(std::move(draft));
    }
  }
};

}  // namespace

std::unique_ptr<Check> make_date_weekday(Params& params) {
  (void)params;
  return std::make_unique<DateWeekday>();
}

}  // namespace gouji::check
