// SPDX-License-Identifier: Apache-2.0
#include "check/date_duration.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include <fmt/format.h>

#include "check/date_facts.hpp"
#include "check/working.hpp"
#include "facts/calendar.hpp"
#include "text/regex.hpp"

namespace gouji::check {
namespace {

using facts::DateValue;
using facts::Fact;
using facts::FactKind;

constexpr std::uint32_t kNearBytes = 60;  // between duration and dates, when a sentence has several of either
constexpr std::uint32_t kBesideBytes = 15;
constexpr std::uint32_t kFar = 1000;
constexpr int kSomeYear = 2023;  // stands for a year that is not stated

struct Stretch {
  std::uint32_t first = 0;  // fact indices; the same when one fact holds both ends
  std::uint32_t last = 0;
  DateValue start;
  DateValue end;
};

/// Possible lengths: with and without the first day (month).
struct Lengths {
  int least = 0;
  int most = 0;
  [[nodiscard]] bool holds(const Rational& value) const { return Rational(least) <= value && value <= Rational(most); }
};

int months_of(const DateValue& date) { return date.year * 12 + date.month; }

std::optional<Lengths> length_in_days(const Stretch& stretch) {
  if (stretch.start.day == 0 || stretch.end.day == 0) return std::nullopt;
  const int days = facts::first_day(stretch.end) - facts::first_day(stretch.start);
  return Lengths{days, days + 1};
}

Lengths length_in_months(const Stretch& stretch) {
  const int months = months_of(stretch.end) - months_of(stretch.start);
  if (stretch.start.day == 0 || stretch.end.day == 0) return {months, months + 1};
  // 3月15日至9月14日 is six months, to within a day; 3月1日至9月20日 is six and a bit.
  const int over = stretch.end.day - stretch.start.day;
  if (over > 20) return {months + 1, months + 1};  // 1日至31日: the last month is whole
  if (over < -2) return {months - 1, months};
  return {months, over > 2 ? months + 1 : months};
}

class DateDuration final : public Check {
 public:
  explicit DateDuration(Params& params)
      : lead_(params.texts("lead")),
        own_(params.texts("own")),
        planned_(params.texts("planned")),
        unless_(params.texts("unless")),
        repeated_(params.texts("repeated")) {
    const std::vector<std::string> patterns = params.texts("between");
    for (std::size_t i = 0; i < patterns.size(); ++i) {
      text::Regex regex("^(?:" + patterns[i] + ")$");
      if (regex.error().empty()) {
        between_.push_back(std::move(regex));
      } else {
        params.fault("between", i, "正则表达式有误：" + regex.error(), "bad pattern: " + regex.error());
      }
    }
  }

  void run(const DocumentView& view, Sink& sink) const override {
    for (const statement::Sentence& sentence : view.statements.sentences) judge_sentence(view, sink, sentence);
  }

 private:
  void judge_sentence(const DocumentView& view, Sink& sink, const statement::Sentence& sentence) const {
    const text::Passage& passage = view.text.passages[sentence.passage];
    std::vector<std::uint32_t> durations;
    for (std::uint32_t index = sentence.facts.begin; index < sentence.facts.end; ++index) {
      if (is_length(view, index)) durations.push_back(index);
    }
    if (durations.empty()) return;
    const std::vector<Stretch> stretches = stretches_of(view, sentence);
    if (stretches.empty()) return;
    for (const std::uint32_t duration : durations) {
      const Stretch* stretch = nullptr;
      for (const Stretch& each : stretches) {
        if (is_nearest(view, each, duration, durations)) stretch = &each;
      }
      if (stretch == nullptr) continue;
      const bool is_beside = stands_beside(view, *stretch, duration);
      const std::string_view words = passage.of(sentence.span);
      if (view.facts.facts[duration].unit->base == "年" && !is_beside) continue;
      if (has_any(words, unless_) || (!is_beside && has_any(words, repeated_)) || has_sessions(view, sentence)) {
        sink.not_comparable("interrupted-or-repeated");
      } else if (!is_beside && is_planned(view, duration) != is_planned(view, stretch->first)) {
        sink.not_comparable("planned-against-actual");
      } else if (fits_other_dates(view, sentence, duration)) {
        sink.holds();
      } else {
        judge(view, sink, *stretch, duration);
      }
    }
  }

  /// «…至5月31日，共4个月», «…至12月31日（为期2年）»: the length is said of these dates and nothing else.
  static bool stands_beside(const DocumentView& view, const Stretch& stretch, std::uint32_t duration) {
    const Fact& fact = view.facts.facts[duration];
    const std::uint32_t end = view.facts.facts[stretch.last].span.end;
    const std::uint32_t begin = view.facts.facts[stretch.first].span.begin;
    if (fact.span.end <= begin) {  // 一年（2023年7月1日至…）
      static constexpr std::array<std::string_view, 7> kOpen = {"（", "（自", "（即", "（从", "，自", "，即", "，从"};
      const std::string_view before = view.text.passages[fact.passage].of({fact.span.end, begin});
      return std::find(kOpen.begin(), kOpen.end(), before) != kOpen.end();
    }
    if (fact.span.begin < end) return false;
    std::string_view between = view.text.passages[fact.passage].of({end, fact.span.begin});
    for (const std::string_view mark : {"止", "，", "（"}) {
      if (between.substr(0, mark.size()) == mark) between.remove_prefix(mark.size());
    }
    static constexpr std::array<std::string_view, 9> kWords = {"",     "共",   "共计", "为期", "历时",
                                                               "合计", "总计", "计",   "期限"};
    return std::find(kWords.begin(), kWords.end(), between) != kWords.end();
  }

  /// «2月15日启动，3月1日至10日核查，3月24日完成，历时38天»: the length is that of the whole, not of the stretch beside
  /// it.
  static bool fits_other_dates(const DocumentView& view, const statement::Sentence& sentence, std::uint32_t duration) {
    std::vector<Stretch> pairs;
    std::vector<std::uint32_t> dates;
    for (std::uint32_t index = sentence.facts.begin; index < sentence.facts.end; ++index) {
      const Fact& fact = view.facts.facts[index];
      // behind a ； stands the next step
      const text::Span between{view.facts.facts[duration].span.end, fact.span.begin};
      if (index > duration && view.text.passages[fact.passage].of(between).find("；") != std::string_view::npos) break;
      if (fact.kind == FactKind::date && fact.date.month != 0 && fact.date.is_valid) dates.push_back(index);
    }
    if (dates.size() < 3) return false;
    for (std::size_t a = 0; a < dates.size(); ++a) {
      for (std::size_t b = a + 1; b < dates.size(); ++b) {
        const Fact& last = view.facts.facts[dates[b]];
        const DateValue end = last.date_end.month != 0 ? last.date_end : last.date;
        add(view, dates[a], dates[b], view.facts.facts[dates[a]].date, end, pairs);
      }
    }
    const bool in_days = view.facts.facts[duration].unit->base == "天";
    return std::any_of(pairs.begin(), pairs.end(), [&](const Stretch& pair) {
      const auto lengths = in_days ? length_in_days(pair) : length_in_months(pair);
      return lengths && lengths->holds(view.facts.facts[duration].value);
    });
  }

  /// A number of days, months or years, called the length of something in its clause.
  [[nodiscard]] bool is_length(const DocumentView& view, std::uint32_t index) const {
    const Fact& fact = view.facts.facts[index];
    if (fact.kind != FactKind::duration || fact.unit == nullptr || !fact.is_plain() ||
        fact.qualifier != facts::Qualifier::exact || !fact.value.is_defined())
      return false;
    if (fact.unit->base != "天" && fact.unit->base != "月" && fact.unit->base != "年") return false;
    const text::Passage& passage = view.text.passages[fact.passage];
    const text::Span clause = clause_of(passage.text, fact.span);
    return has_any(passage.of({clause.begin, fact.span.begin}), lead_) ||
           has_any(passage.of({fact.span.end, clause.end}).substr(0, 12), lead_);
  }

  [[nodiscard]] bool is_planned(const DocumentView& view, std::uint32_t index) const {
    const Fact& fact = view.facts.facts[index];
    const text::Passage& passage = view.text.passages[fact.passage];
    const text::Span clause = clause_of(passage.text, fact.span);
    return has_any(passage.of(clause), planned_);
  }

  static bool has_sessions(const DocumentView& view, const statement::Sentence& sentence) {
    for (std::uint32_t index = sentence.facts.begin; index < sentence.facts.end; ++index) {
      const Fact& fact = view.facts.facts[index];
      if (fact.kind != FactKind::count || fact.unit == nullptr) continue;
      for (const std::string_view word : {"期", "批", "批次", "次", "场", "场次", "轮", "班次"}) {
        if (fact.unit->word == word && fact.value > Rational(1)) return true;
      }
    }
    return false;
  }

  /// Bytes between duration and dates; kFar when ； stands between them.
  static std::uint32_t distance(const DocumentView& view, const Stretch& stretch, std::uint32_t duration) {
    const Fact& fact = view.facts.facts[duration];
    const std::uint32_t begin = view.facts.facts[stretch.first].span.begin;
    const std::uint32_t end = view.facts.facts[stretch.last].span.end;
    const text::Span between =
        fact.span.begin >= end ? text::Span{end, fact.span.begin} : text::Span{fact.span.end, begin};
    if (between.begin > between.end) return kFar;
    const std::string_view text = view.text.passages[fact.passage].of(between);
    return text.find("；") == std::string_view::npos ? between.end - between.begin : kFar;
  }

  /// 质保期, 有效期 run on from another day unless their dates stand right beside them.
  [[nodiscard]] bool is_nearest(const DocumentView& view, const Stretch& stretch, std::uint32_t duration,
                                const std::vector<std::uint32_t>& durations) const {
    const Fact& fact = view.facts.facts[duration];
    const text::Passage& passage = view.text.passages[fact.passage];
    const text::Span clause = clause_of(passage.text, fact.span);
    const bool is_own = has_any(passage.of({clause.begin, fact.span.begin}), own_);
    const std::uint32_t here = distance(view, stretch, duration);
    if (here > (is_own ? kBesideBytes : durations.size() > 1 ? kNearBytes : kFar - 1)) return false;
    return std::all_of(durations.begin(), durations.end(),
                       [&](std::uint32_t other) { return other == duration || distance(view, stretch, other) > here; });
  }

  [[nodiscard]] std::vector<Stretch> stretches_of(const DocumentView& view, const statement::Sentence& sentence) const {
    std::vector<Stretch> out;
    const text::Passage& passage = view.text.passages[sentence.passage];
    std::vector<text::Regex::Group> groups;
    std::uint32_t previous = docx::kNone;
    for (std::uint32_t index = sentence.facts.begin; index < sentence.facts.end; ++index) {
      const Fact& fact = view.facts.facts[index];
      if (fact.kind != FactKind::date || fact.date.month == 0 || !fact.date.is_valid) continue;
      if (fact.date_end.month != 0) {
        add(view, index, index, fact.date, fact.date_end, out);
        previous = docx::kNone;
        continue;
      }
      if (previous != docx::kNone) {
        const std::string_view between = passage.of({view.facts.facts[previous].span.end, fact.span.begin});
        const bool joins = std::any_of(between_.begin(), between_.end(),
                                       [&](const text::Regex& regex) { return regex.find(between, 0, groups); });
        if (joins) {
          add(view, previous, index, view.facts.facts[previous].date, fact.date, out);
          previous = docx::kNone;
          continue;
        }
      }
      previous = index;
    }
    return out;
  }

  static void add(const DocumentView& view, std::uint32_t first, std::uint32_t last, DateValue start, DateValue end,
                  std::vector<Stretch>& out) {
    const Fact& a = view.facts.facts[first];
    const Fact& b = view.facts.facts[last];
    if (a.qualifier != facts::Qualifier::exact || b.qualifier != facts::Qualifier::exact) return;
    if (start.year == 0 && end.year == 0) start.year = end.year = kSomeYear;
    if (start.year == 0) return;
    if (end.year == 0) end.year = start.year;
    if (!end.is_valid || months_of(end) < months_of(start)) return;
    out.push_back({first, last, start, end});
  }

  static void judge(const DocumentView& view, Sink& sink, const Stretch& stretch, std::uint32_t duration) {
    const Fact& stated = view.facts.facts[duration];
    const bool in_days = stated.unit->base == "天";
    const bool in_years = stated.unit->base == "年";
    std::optional<Lengths> lengths = in_days ? length_in_days(stretch) : length_in_months(stretch);
    if (!lengths) return sink.not_comparable("day-not-stated");
    const bool no_year = view.facts.facts[stretch.first].date.year == 0;
    if (no_year && in_days && stretch.start.month <= 2 && stretch.end.month > 2) ++lengths->most;  // a leap year
    const Rational value = in_years ? stated.value * Rational(12) : stated.value;
    if (lengths->holds(value)) return sink.holds();
    Draft draft = sink.draft();
    const std::string unit = in_days ? "天" : "个月";
    draft.expected = lengths->least == lengths->most ? fmt::format("{}{}", lengths->least, unit)
                                                     : fmt::format("{}—{}{}", lengths->least, lengths->most, unit);
    draft.actual = stated.shown();
    draft.working = {fmt::format("{} 至 {} 为 {}，文中写 {}", facts::to_chinese(stretch.start),
                                 facts::to_chinese(stretch.end), draft.expected, draft.actual),
                     fmt::format("{} to {} is {}; the text has {}", facts::to_iso(stretch.start),
                                 facts::to_iso(stretch.end), draft.expected, draft.actual)};
    draft.evidence.push_back(spot_in_clause(view, duration, "duration"));
    draft.evidence.push_back(spot_in_clause(view, stretch.first, "start"));
    if (stretch.last != stretch.first) draft.evidence.push_back(spot_in_clause(view, stretch.last, "end"));
    if (!in_years) wants(view, duration, {Rational(lengths->least), Rational(lengths->most)}, draft);
    sink.report(std::move(draft));
  }

  std::vector<std::string> lead_;
  std::vector<std::string> own_;
  std::vector<std::string> planned_;
  std::vector<std::string> unless_;
  std::vector<std::string> repeated_;
  std::vector<text::Regex> between_;
};

}  // namespace

std::unique_ptr<Check> make_date_duration(Params& params) { return std::make_unique<DateDuration>(params); }

}  // namespace gouji::check
