// SPDX-License-Identifier: Apache-2.0
#include "check/score_total.hpp"

#include <algorithm>
#include <optional>

#include "check/partition_check.hpp"
#include "check/score_marks.hpp"
#include "check/score_stated.hpp"

namespace gouji::check {
namespace {

using table::IndicatorRow;
using table::ScoreForm;
using table::ScoreMark;

class FormTotal {
 public:
  FormTotal(const DocumentView& view, const ScoreForm& form, Sink& sink) : view_(view), form_(form), sink_(sink) {}

  void run() {
    for (const IndicatorRow& row : form_.rows) {
      if (row.score.is_set()) rows_.add(row.score);
    }
    if (rows_.parts.size() < 2 || !form_.total.score.is_set()) return;
    const ScoreMark& total = form_.total.score;
    PointSum all = rows_;
    if (form_.fund.score.is_set()) all.add(form_.fund.score);
    if (fits(rows_, total) || fits(all, total)) return count(all, total);
    if (is_weighted(total)) return sink_.holds();
    const char* reason = form_.is_scaled                          ? "scaled"
                         : form_.has_bonus                        ? "bonus"
                         : form_.is_blank_score                   ? "blank-score"
                         : form_.may_continue                     ? "continued-table"
                         : is_far(all, total) && !weights_close() ? "other-scale"
                                                                  : nullptr;
    if (reason != nullptr) return sink_.not_comparable(reason);
    // the tenth for the execution rate may stand in another table
    if (!form_.fund.is_set() && form_.total.weight.is_set() && lacks_tenth(total)) return sink_.not_comparable("fund");
    Draft draft = sink_.draft();
    fill_sum(view_, all, total, draft);
    draft.message.zh = "各项得分之和 " + draft.expected + " 与总分 " + draft.actual + " 不符";
    draft.message.en = "the scores add up to " + draft.expected + ", the total says " + draft.actual;
    sink_.report(std::move(draft));
  }

 private:
  static bool fits(const PointSum& sum, const ScoreMark& total) {
    return abs(sum.sum - total.value) <= sum.bound(total);
  }

  void count(const PointSum& all, const ScoreMark& total) {
    if (rows_.sum == total.value || all.sum == total.value) return sink_.holds();
    sink_.rounding();
  }

  /// The mean of the scores, or each times its weight in %.
  [[nodiscard]] bool is_weighted(const ScoreMark& total) const {
    const Rational half = Rational::power_of_ten(-total.places) / 2;
    const auto size = static_cast<std::int64_t>(rows_.parts.size());
    if (abs(rows_.sum / Rational(size) - total.value) <= half) return true;
    Rational sum = 0;
    for (const IndicatorRow& row : form_.rows) {
      if (row.score.is_set() && row.weight.is_set()) sum += row.score.value * row.weight.value / 100;
    }
    return abs(sum - total.value) <= max(half, Rational::of(1, 20));
  }

  static bool is_far(const PointSum& sum, const ScoreMark& total) {
    return sum.sum > total.value * Rational::of(5, 4) || total.value > sum.sum * Rational::of(5, 4);
  }

  /// The row is the total of these rows: their weights add up to its weight.
  [[nodiscard]] bool weights_close() const {
    Rational weights = 0;
    for (const IndicatorRow& row : form_.rows) {
      if (row.score.is_set() != row.weight.is_set()) return false;
      if (row.weight.is_set()) weights += row.weight.value;
    }
    const Rational fund = form_.fund.weight.is_set() ? form_.fund.weight.value : Rational(0);
    const ScoreMark& total = form_.total.weight;
    return total.is_set() && (weights == total.value || weights + fund == total.value) &&
           form_.total.score.value <= total.value;
  }

  [[nodiscard]] bool lacks_tenth(const ScoreMark& total) const {
    Rational weights = 0;
    for (const IndicatorRow& row : form_.rows) {
      if (row.weight.is_set()) weights += row.weight.value;
    }
    return weights + Rational(10) == form_.total.weight.value && total.value > rows_.sum &&
           total.value - rows_.sum <= Rational(10);
  }

  const DocumentView& view_;
  const ScoreForm& form_;
  Sink& sink_;
  PointSum rows_;
};

/// What the one score table of the document comes to: its total row, or the sum of its closed rows.
std::optional<ScoreMark> form_score(const DocumentView& view) {
  std::optional<ScoreMark> found;
  for (const ScoreForm& form : view.score_forms) {
    if (!form.has_scores) continue;
    if (found || !form.total.score.is_set() || form.is_scaled || form.has_bonus) return std::nullopt;
    found = form.total.score;
  }
  return found;
}

void judge_text(const DocumentView& view, Sink& sink) {
  const std::optional<ScoreMark> table = form_score(view);
  if (!table || table->value <= Rational(50)) return;
  std::vector<StatedScore> own;
  for (StatedScore& stated : stated_scores(view)) {
    // 总分100分: what the form is out of
    const bool is_full =
        view.facts.facts[stated.fact].value == Rational(100) && stated.head.find("得") == std::string::npos;
    if (stated.is_own && !is_full) own.push_back(std::move(stated));
  }
  std::uint32_t last = docx::kNone;
  for (const StatedScore& stated : own) {
    const facts::Fact& fact = view.facts.facts[stated.fact];
    if (abs(fact.value - table->value) <= max(fact.step, Rational::power_of_ten(-table->places)) / 2 &&
        (fact.value == table->value || fact.printed.places < table->places)) {
      return sink.holds();  // others are of projects, units or drafts
    }
    if (last != docx::kNone && view.facts.facts[last].value != fact.value) return sink.not_comparable("several-scores");
    last = stated.fact;
  }
  if (last == docx::kNone) return;
  const facts::Fact& fact = view.facts.facts[last];
  Draft draft = sink.draft();
  draft.expected = show(*table);
  draft.actual = fact.printed.to_string();
  draft.message = {"文中得分 " + draft.actual + " 分与评分表总分 " + draft.expected + " 不符",
                   "the text states " + draft.actual + " points, the score table " + draft.expected};
  draft.working = {draft.actual + " ≠ " + draft.expected, draft.actual + " ≠ " + draft.expected};
  draft.evidence = {spot_of(view, last, "text"), spot_of(*table, "table")};
  wants(view, last, Interval::point(table->value), draft);
  wants(view, *table, fact.value, draft);
  sink.report(std::move(draft));
}

class ScoreTotal final : public Check {
 public:
  void run(const DocumentView& view, Sink& sink) const override {
    for (const ScoreForm& form : view.score_forms) {
      if (form.has_scores) FormTotal(view, form, sink).run();
    }
    judge_text(view, sink);
    judge_point_lists(view, PointLists::scores, sink);
  }
};

}  // namespace

std::unique_ptr<Check> make_score_total(Params&) { return std::make_unique<ScoreTotal>(); }

}  // namespace gouji::check
