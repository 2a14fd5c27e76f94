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

class ScoreRate final : public Check {
 public:
  void run(const DocumentView& view, Sink& sink) const override {
    for (const ScoreForm& form : view.score_forms) {
      for (const table::IndicatorRow& row : form.rows) judge(view, row.weight, row.score, row.rate, sink);
      judge(view, form.total.weight, form.total.score, form.total.rate, sink);
    }
  }
};

}  // namespace

std::unique_ptr<Check> make_score_rate(Params&) { return std::make_unique<ScoreRate>(); }

}  // namespace gouji::check
