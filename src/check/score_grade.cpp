// SPDX-License-Identifier: Apache-2.0
#include "check/score_grade.hpp"

#include <algorithm>
#include <optional>

#include "base/utf8.hpp"
#include "check/grade_bands.hpp"
#include "check/score_stated.hpp"

namespace gouji::check {
namespace {

struct Graded {
  std::uint32_t score = 0;  // fact
  std::uint32_t passage = 0;
  text::Span grade;
};

/// «…，评价等级为“优”» between a score and the end of its sentence; another score in between ends the search.
std::optional<text::Span> grade_behind(const DocumentView& view, std::uint32_t fact_index, text::Span sentence) {
  const facts::Fact& fact = view.facts.facts[fact_index];
  const std::string_view text = view.text.passages[fact.passage].text;
  std::uint32_t end = sentence.end;
  const facts::Range range = view.facts.facts_of[fact.passage];
  for (std::uint32_t next = fact_index + 1; next < range.end; ++next) {
    if (view.facts.facts[next].span.begin < end) end = std::min(end, view.facts.facts[next].span.begin);
  }
  const lexicon::ClassId leads = view.lexicon.class_id("score_grade_lead");
  if (leads == lexicon::kNoClass) return std::nullopt;
  for (std::uint32_t at = fact.span.end; at < end; at += static_cast<std::uint32_t>(utf8::length(text[at]))) {
    for (const std::string& lead : view.lexicon.words(leads)) {
      if (text.substr(at, lead.size()) != lead || at + lead.size() >= end) continue;
      const auto begin = static_cast<std::uint32_t>(at + lead.size());
      const std::string_view grade = grade_at(view, text.substr(begin));
      if (grade.empty()) continue;
      const auto from = static_cast<std::uint32_t>(grade.data() - text.data());
      if (from + grade.size() > sentence.end) continue;
      return text::Span{from, static_cast<std::uint32_t>(from + grade.size())};
    }
  }
  return std::nullopt;
}

class Grades {
 public:
  Grades(const DocumentView& view, Sink& sink) : view_(view), sink_(sink), printed_(printed_bands(view)) {}

  void run() {
    for (const StatedScore& stated : stated_scores(view_)) {
      const facts::Fact& fact = view_.facts.facts[stated.fact];
      if (fact.value <= Rational(40) || fact.value > Rational(100)) continue;
      if (!printed_.bands.empty() && fact.passage == printed_.spot.passage &&
          fact.span.begin >= printed_.spot.quote.begin && fact.span.end <= printed_.spot.quote.end)
        continue;
      if (const auto grade = grade_behind(view_, stated.fact, stated.sentence))
        judge({stated.fact, fact.passage, *grade}, stated.is_own);
    }
  }

 private:
  void judge(const Graded& graded, bool is_own) {
    const facts::Fact& fact = view_.facts.facts[graded.score];
    const std::string_view word = base_grade(view_.text.passages[graded.passage].of(graded.grade));
    const bool is_printed = !printed_.bands.empty();
    if (!is_printed && printed_.is_doubtful) return sink_.not_comparable("bands-not-understood");
    if (!is_printed && !is_own) return sink_.not_comparable("whose-score");
    const std::vector<GradeBand>& bands = is_printed ? printed_.bands : view_.profile.grades;
    const auto names = [&](const GradeBand& band) {
      return std::any_of(band.words.begin(), band.words.end(),
                         [&](const std::string& each) { return base_grade(each) == word; });
    };
    const auto stated = std::find_if(bands.begin(), bands.end(), names);
    const auto right =
        std::find_if(bands.begin(), bands.end(), [&](const GradeBand& band) { return band.from <= fact.value; });
    if (right == bands.end() ? stated == bands.end() || !is_printed : stated == bands.end() && !is_printed)
      return sink_.not_comparable("unknown-grade");
    if (stated == right) return sink_.holds();
    if (!is_printed && is_local(fact.value, *stated, *right)) return sink_.not_comparable("local-bands");
    Draft draft = sink_.draft();
    if (!is_printed) draft.severity = std::min(draft.severity, Severity::warning);
    draft.expected = right == bands.end() ? "低于" + bands.back().from.to_string() : right->words.front();
    draft.actual = std::string(word);
    const std::string score = fact.printed.to_string();
    const std::string from = right == bands.end() ? std::string() : right->from.to_string();
    draft.message.zh = score + " 分按" + (is_printed ? "文中的等级划分" : "通行的等级划分") + "应为“" + draft.expected +
                       "”，文中为“" + draft.actual + "”";
    draft.message.en = score + " points are “" + draft.expected + "” by the " + (is_printed ? "printed" : "usual") +
                       " bands, the text says “" + draft.actual + "”";
    draft.working.zh = right == bands.end() ? score + " < " + bands.back().from.to_string()
                                            : score + " ≥ " + from + "（" + draft.expected + "）";
    draft.working.en = draft.working.zh;
    draft.evidence = {Spot{"grade", graded.passage, {fact.span.begin, graded.grade.end}, graded.grade},
                      spot_of(view_, graded.score, "score")};
    if (is_printed) draft.evidence.push_back(printed_.spot);
    sink_.report(std::move(draft));
  }

  /// Places set 优 at 95 too, so a grade below the usual one must be clearly below it.
  static bool is_local(const Rational& value, const GradeBand& stated, const GradeBand& right) {
    if (stated.from > right.from) return stated.from - value <= Rational::of(1, 2);
    return value - right.from < Rational(5);
  }

  const DocumentView& view_;
  Sink& sink_;
  PrintedBands printed_;
};

class Grade final : public Check {
 public:
  void run(const DocumentView& view, Sink& sink) const override { Grades(view, sink).run(); }
};

}  // namespace

std::unique_ptr<Check> make_score_grade(Params&) { return std::make_unique<Grade>(); }

}  // namespace gouji::check
