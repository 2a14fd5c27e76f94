// SPDX-License-Identifier: Apache-2.0
#include "check/score_bound.hpp"

#include <vector>

#include "check/score_marks.hpp"

namespace gouji::check {
namespace {

using table::IndicatorRow;
using table::ScoreForm;
using table::ScoreLine;
using table::ScoreMark;

class FormBounds {
 public:
  FormBounds(const DocumentView& view, const ScoreForm& form, Sink& sink) : view_(view), form_(form), sink_(sink) {}

  void run() {
    std::size_t over = 0;
    std::size_t pairs = 0;
    for (const IndicatorRow& row : form_.rows) {
      if (!row.weight.is_set() || !row.score.is_set() || row.weight.row_end != row.score.row_end) continue;
      ++pairs;
      if (row.score.value > row.weight.value) ++over;
    }
    // 分值 and 得分 in each other's place, or scores out of a hundred beside weights
    if (over >= 2 && over * 2 >= pairs) return sink_.not_comparable("columns-swapped");
    for (const IndicatorRow& row : form_.rows) {
      if (row.weight.is_set()) judge(row);
    }
    for (const ScoreLine* line : {&form_.fund, &form_.total}) {
      if (line->weight.is_set() && line->score.is_set()) judge_pair(line->weight, line->score, "");
    }
  }

 private:
  void judge(const IndicatorRow& row) {
    if (view_.lexicon.contains(view_.lexicon.class_id("score_bonus"), row.label)) return sink_.not_comparable("bonus");
    std::vector<const ScoreMark*> scores;
    for (const IndicatorRow& each : form_.rows) {
      if (each.score.is_set() && each.row >= row.weight.row && each.row < row.weight.row_end)
        scores.push_back(&each.score);
    }
    if (scores.empty()) return;
    if (scores.size() == 1) {
      if (judge_pair(row.weight, *scores.front(), row.label)) judge_deduction(row);
      return;
    }
    PointSum sum;
    for (const ScoreMark* score : scores) sum.add(*score);
    if (sum.sum <= row.weight.value) return sink_.holds();
    Draft draft = sink_.draft();
    draft.expected = "≤" + show(row.weight);
    draft.actual = sum.sum.to_string(sum.places);
    draft.working = sum.working(row.weight);
    draft.message = {"“" + row.label + "”得分合计 " + draft.actual + " 超过分值 " + show(row.weight),
                     "the scores of “" + row.label + "” add up to more than their weight " + show(row.weight)};
    draft.evidence.push_back(spot_of(row.weight, "weight"));
    for (const ScoreMark* score : scores) draft.evidence.push_back(spot_of(*score, "score"));
    sink_.report(std::move(draft));
  }

  /// True when the pair is right.
  bool judge_pair(const ScoreMark& weight, const ScoreMark& score, const std::string& label) {
    if (weight.is_percent != score.is_percent) return sink_.not_comparable("percent-and-points"), false;
    const bool is_negative = score.value.is_negative();
    if (!is_negative && score.value <= weight.value) return sink_.holds(), true;
    Draft draft = sink_.draft();
    draft.expected = is_negative ? "≥0" : "≤" + show(weight);
    draft.actual = show(score);
    draft.working.zh = show(score) + (is_negative ? " < 0" : " > " + show(weight));
    draft.working.en = draft.working.zh;
    const std::string name = label.empty() ? std::string() : "“" + label + "”";
    draft.message.zh = name + "得分 " + show(score) + (is_negative ? " 为负数" : " 超过分值 " + show(weight));
    draft.message.en = "score " + show(score) + (is_negative ? " is negative" : " is above its weight " + show(weight));
    draft.evidence = {spot_of(score, "score"), spot_of(weight, "weight")};
    if (!is_negative) draft.corrections.clear();
    sink_.report(std::move(draft));
    return false;
  }

  void judge_deduction(const IndicatorRow& row) {
    if (!row.deduction.is_set() || row.deduction.is_percent) return;
    const Rational left = row.weight.value - abs(row.deduction.value);
    if (left == row.score.value) return sink_.holds();
    Draft draft = sink_.draft();
    draft.expected = left.to_string(std::max(row.score.places, row.deduction.places));
    draft.actual = show(row.score);
    draft.working.zh = show(row.weight) + " − " + abs(row.deduction.value).to_string(row.deduction.places) + " = " +
                       draft.expected + " ≠ " + draft.actual;
    draft.working.en = draft.working.zh;
    draft.message = {"“" + row.label + "”分值减扣分应得 " + draft.expected + "，表中得分 " + draft.actual,
                     "weight less deduction is " + draft.expected + ", the score is " + draft.actual};
    draft.evidence = {spot_of(row.score, "score"), spot_of(row.weight, "weight"), spot_of(row.deduction, "deduction")};
    wants(view_, row.score, left, draft);
    wants(view_, row.deduction, row.weight.value - row.score.value, draft);
    sink_.report(std::move(draft));
  }

  const DocumentView& view_;
  const ScoreForm& form_;
  Sink& sink_;
};

class ScoreBound final : public Check {
 public:
  void run(const DocumentView& view, Sink& sink) const override {
    for (const ScoreForm& form : view.score_forms) {
      if (form.has_weights && form.has_scores) FormBounds(view, form, sink).run();
    }
  }
};

}  // namespace

std::unique_ptr<Check> make_score_bound(Params&) { return std::make_unique<ScoreBound>(); }

}  // namespace gouji::check
