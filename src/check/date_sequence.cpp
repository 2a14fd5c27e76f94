// SPDX-License-Identifier: Apache-2.0
#include "check/date_sequence.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "check/date_facts.hpp"
#include "facts/calendar.hpp"
#include "text/regex.hpp"

namespace gouji::check {
namespace {

using facts::Fact;

constexpr std::uint32_t kFarthest = 300;  // bytes from the first date to the word behind it
constexpr std::uint32_t kClosest = 12;    // bytes from the word to its date: «随后于»

class DateSequence final : public Check {
 public:
  explicit DateSequence(Params& params) : behind_(params.texts("behind")), unless_(params.texts("unless")) {
    const std::vector<std::string> patterns = params.texts("after_year");
    for (std::size_t i = 0; i < patterns.size(); ++i) {
      text::Regex regex(patterns[i]);
      if (regex.error().empty()) {
        after_year_.push_back(std::move(regex));
      } else {
        params.fault("after_year", i, "正则表达式有误：" + regex.error(), "bad pattern: " + regex.error());
      }
    }
  }

  void run(const DocumentView& view, Sink& sink) const override {
    for (std::uint32_t passage = 0; passage < view.text.passages.size(); ++passage) {
      if (view.text.passages[passage].is_toc) continue;
      const std::vector<std::uint32_t> dates = dates_of(view, passage);
      for (std::size_t i = 0; i < dates.size(); ++i) {
        if (i > 0) judge_pair(view, dates[i - 1], dates[i], sink);
        judge_year(view, dates[i], sink);
      }
    }
  }

 private:
  static bool is_usable(const Fact& fact) {
    return fact.date.year != 0 && fact.date.month != 0 && fact.date.is_valid && fact.date_end.month == 0;
  }

  void judge_pair(const DocumentView& view, std::uint32_t before, std::uint32_t after, Sink& sink) const {
    const Fact& first = view.facts.facts[before];
    const Fact& second = view.facts.facts[after];
    const text::Passage& passage = view.text.passages[first.passage];
    const text::Span gap{first.span.end, second.span.begin};
    if (!is_usable(first) || !is_usable(second) || gap.end < gap.begin || gap.end - gap.begin > kFarthest) return;
    const std::string_view between = passage.of(gap);
    if (between.find("。") != std::string_view::npos || between.find("\n") != std::string_view::npos) return;
    const bool follows = std::any_of(behind_.begin(), behind_.end(), [&](const std::string& word) {
      const std::size_t at = between.rfind(word);
      return at != std::string_view::npos && between.size() - at - word.size() <= kClosest;
    });
    if (!follows) return;
    if (has_any(passage.of(sentence_of(passage, second.span.begin)), unless_))
      return sink.not_comparable("other-order-stated");
    if (facts::last_day(second.date) >= facts::first_day(first.date)) return sink.holds();
    Draft draft = sink.draft();
    draft.working = {
        fmt::format("后一日期 {} 早于前一日期 {}", facts::to_chinese(second.date), facts::to_chinese(first.date)),
        fmt::format("{} is said to follow {}", facts::to_iso(second.date), facts::to_iso(first.date))};
    draft.actual = facts::to_chinese(second.date);
    draft.key = fmt::format("{} {}", facts::to_iso(first.date), facts::to_iso(second.date));
    draft.evidence.push_back(spot_in_clause(view, after, "later"));
    draft.evidence.push_back(spot_in_clause(view, before, "earlier"));
    sink.report(std::move(draft));
  }

  void judge_year(const DocumentView& view, std::uint32_t index, Sink& sink) const {
    const Fact& fact = view.facts.facts[index];
    const facts::StatedYear* stated = stated_fiscal_year(view);
    const int year = view.context.fiscal_year;
    if (after_year_.empty() || stated == nullptr || year == 0 || !is_usable(fact)) return;
    const text::Passage& passage = view.text.passages[fact.passage];
    const text::Span clause = clause_of(passage.text, fact.span);
    const std::string_view words = passage.of(clause);
    std::vector<text::Regex::Group> groups;
    const bool is_event = std::any_of(after_year_.begin(), after_year_.end(),
                                      [&](const text::Regex& regex) { return regex.find(words, 0, groups); });
    if (!is_event) return;
    // «2022年度决算于2023年8月批复»: the year named in the clause is the one that must be over
    int meant = year;
    for (const std::uint32_t other : dates_of(view, fact.passage)) {
      const Fact& date = view.facts.facts[other];
      if (other != index && date.span.begin >= clause.begin && date.span.end <= clause.end) {
        if (date.date.year == 0 || date.date.month != 0) return sink.not_comparable("several-dates");
        meant = date.date.year;
      }
    }
    if (has_any(passage.of(sentence_of(passage, fact.span.begin)), unless_))
      return sink.not_comparable("other-order-stated");
    if (fact.date.year > meant) return sink.holds();
    Draft draft = sink.draft();
    draft.working = {fmt::format("{} 尚在 {} 年度内或之前", facts::to_chinese(fact.date), meant),
                     fmt::format("{} is not behind the year {}", facts::to_iso(fact.date), meant)};
    draft.expected = fmt::format("{}年", meant + 1);
    draft.actual = facts::to_chinese(fact.date);
    draft.key = fmt::format("after-year {} {}", meant, facts::to_iso(fact.date));
    draft.evidence.push_back(spot_in_clause(view, index, "event"));
    if (stated->passage != fact.passage) {
      draft.evidence.push_back(spot_at(
          stated->passage, clause_of(view.text.passages[stated->passage].text, stated->span), stated->span, "year"));
    }
    sink.report(std::move(draft));
  }

  std::vector<std::string> behind_;
  std::vector<std::string> unless_;
  std::vector<text::Regex> after_year_;
};

}  // namespace

std::unique_ptr<Check> make_date_sequence(Params& params) { return std::make_unique<DateSequence>(params); }

}  // namespace gouji::check
