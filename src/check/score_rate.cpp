// SPDX-License-Identifier: Apache-2.0
#include "check/score_rate.hpp"

#include <algorithm>

#include "check/score_marks.hpp"

namespace gouji::check {
namespace {

using table::ScoreForm;
using table::ScoreMark;

void judge(const DocumentView& view, const ScoreMark& weight, const ScoreMark& score, const ScoreMark& rate,
           Sink& sink) {
  if (!weight.is_set() || !score.is_set() || !rate.is_set() || weight.value.is_zero()) return;
  if (weight.row_end != score.row_end || rate.row_end != score.row_end || weight.is_percent != score.is_percent)
    return sink.not_comparable("merged-cells");
  const bool is_fraction = !rate.is_percent && rate.value <= Rational(1) && rate.places >= 1;  // 0.925
  const Rational factor = is_fraction ? Rational(1) : Rational(100);
  const Rational expected = score.value / weight.value * factor;
  const Rational step = Rational::power_of_ten(-rate.places);
  // a score with decimals may itself be rounded
  const Rational slack = score.places >= 2 ? factor * Rational::power_of_ten(-score.places) / 2 / weight.value : 0;
  const Rational gap = expected - rate.value;
  if (abs(gap) <= step / 2 + slack) return sink.holds();
  Draft draft = sink.draft();
  if (abs(gap) <= step + slack) draft.severity = Severity::info;  // cut off, or rounded by hand
  draft.expected = expected.to_string(std::max(rate.places, 2)) + (is_fraction ? "" : "%");
  draft.actual = rate.value.to_string(rate.places) + (is_fraction ? "" : "%");
  draft.working.zh = show(score) + " ÷ " + show(weight) + " = " + draft.expected + " ≠ " + draft.actual;
  draft.working.en = draft.working.zh;
  draft.message = {
      "得分 " + show(score) + "、分值 " + show(weight) + "，得分率应为 " + draft.expected + "，表中为 " + draft.actual,
      show(score) + " of " + show(weight) + " points are " + draft.expected + ", the table has " + draft.actual};
  draft.evidence = {spot_of(rate, "rate"), spot_of(score, "score"), spot_of(weight, "weight")};
  if (!is_fraction) wants(view, rate, expected, draft);
  wants(view, score, rate.value * weight.value / factor, draft);
  sink.report(std::move(draft));
}

std::string_view without_kind(std::string_view name) {
  for (const std::string_view tail : {"类指标", "指标", "类", "部分"}) {
    if (name.ends_with(tail)) return name.substr(0, name.size() - tail.size());
  }
  return name;
}

/// The weight of «决策», «决策类指标» in the one form of the document.
ScoreMark weight_of(const DocumentView& view, std::string_view name) {
  ScoreMark found;
  const auto is_named = [&](std::string_view label) {
    const std::size_t bracket = std::min(label.find("（"), label.find('('));
    if (bracket != std::string_view::npos) label = label.substr(0, bracket);
    return without_kind(label) == without_kind(name);
  };
  for (const ScoreForm& form : view.score_forms) {
    for (const table::ScoreGroup& group : form.groups) {
      if (group.level != 0 || !group.weight.is_set() || !is_named(group.label)) continue;
      if (found.is_set() && !(found.value == group.weight.value)) return {};
      found = group.weight;
    }
  }
  return found;
}

/// «决策得分17.5分，得分率87.5%» in the text, the weight in the table.
void judge_text(const DocumentView& view, Sink& sink) {
  constexpr std::string_view kRate = "得分率";
  for (std::uint32_t i = 1; i < view.facts.facts.size(); ++i) {
    const facts::Fact& rate = view.facts.facts[i];
    const facts::Fact& score = view.facts.facts[i - 1];
    if (rate.kind != facts::FactKind::percent || !rate.is_plain() || rate.table != docx::kNone ||
        score.passage != rate.passage || score.kind != facts::FactKind::count || score.unit == nullptr ||
        score.unit->base != "分" || !score.is_plain())
      continue;
    const std::string_view text = view.text.passages[rate.passage].text;
    const std::string_view gap = text.substr(score.span.end, rate.span.begin - score.span.end);
    if (gap.find(kRate) == std::string_view::npos || gap.size() > 24) continue;
    std::string_view before = text.substr(0, score.span.begin);
    for (const std::string_view mark : {"，", "。", "；", "：", "、", "（", "\n"}) {
      const std::size_t at = before.rfind(mark);
      if (at != std::string_view::npos) before.remove_prefix(at + mark.size());
    }
    const std::size_t head = before.find("得");
    if (head == std::string_view::npos || head < 6) continue;
    const ScoreMark weight = weight_of(view, before.substr(0, head));
    if (!weight.is_set() || weight.is_percent || weight.value < score.value) continue;
    const Rational expected = score.value / weight.value * Rational(100);
    const Rational gap_of_rates = abs(expected - rate.value);
    if (gap_of_rates * 2 <= rate.step) {
      sink.holds();
      continue;
    }
    Draft draft = sink.draft();
    if (gap_of_rates <= rate.step) draft.severity = Severity::info;
    draft.expected = expected.to_string(std::max(rate.printed.places, 2)) + "%";
    draft.actual = rate.printed.to_string() + "%";
    draft.working.zh = score.printed.to_string() + " ÷ " + show(weight) + " = " + draft.expected + " ≠ " + draft.actual;
    draft.working.en = draft.working.zh;
    draft.evidence = {spot_of(view, i, "rate"), spot_of(view, i - 1, "score"), spot_of(weight, "weight")};
    wants(view, i, Interval::point(expected), draft);
    wants(view, i - 1, rate.interval() * Interval::point(weight.value / Rational(100)), draft);
    sink.report(std::move(draft));
  }
}

class ScoreRate final : public Check {
 public:
  void run(const DocumentView& view, Sink& sink) const override {
    for (const ScoreForm& form : view.score_forms) {
      for (const table::IndicatorRow& row : form.rows) judge(view, row.weight, row.score, row.rate, sink);
      judge(view, form.total.weight, form.total.score, form.total.rate, sink);
    }
    judge_text(view, sink);
  }
};

}  // namespace

std::unique_ptr<Check> make_score_rate(Params&) { return std::make_unique<ScoreRate>(); }

}  // namespace gouji::check
