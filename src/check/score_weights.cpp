// SPDX-License-Identifier: Apache-2.0
#include "check/score_weights.hpp"

#include <algorithm>
#include <utility>

#include "check/partition_check.hpp"
#include "check/profile.hpp"
#include "check/score_marks.hpp"

namespace gouji::check {
namespace {

using table::IndicatorRow;
using table::ScoreForm;
using table::ScoreGroup;
using table::ScoreMark;

class FormWeights {
 public:
  FormWeights(const DocumentView& view, const ScoreForm& form, Sink& sink) : view_(view), form_(form), sink_(sink) {}

  void run() {
    for (const ScoreGroup& group : form_.groups) {
      if (group.weight.is_set()) judge_group(group);
    }
    judge_total();
  }

 private:
  struct Parts {
    PointSum sum;
    bool is_whole = true;  // every row below has a weight
    bool is_percent = true;
  };

  void add(Parts& parts, const ScoreMark& mark) const {
    parts.sum.add(mark);
    parts.is_percent = parts.is_percent && mark.is_percent;
  }

  [[nodiscard]] Parts leaves(std::uint32_t row, std::uint32_t row_end) const {
    Parts parts;
    for (const IndicatorRow& each : form_.rows) {
      if (each.row < row || each.row >= row_end) continue;
      if (each.weight.is_set()) {
        add(parts, each.weight);
        if (each.weight.row_end > row_end) parts.is_whole = false;
      } else if (!each.shares_weight) {
        parts.is_whole = false;
      }
    }
    return parts;
  }

  /// Groups of the next level that states weights; the leaves when one of those has none.
  [[nodiscard]] Parts below(std::uint32_t level, std::uint32_t row, std::uint32_t row_end) const {
    Parts parts;
    std::uint32_t end = row;
    for (const ScoreGroup& group : form_.groups) {
      if (group.level != level || group.row < row || group.row_end > row_end) continue;
      if (!group.weight.is_set() || group.row != end) return leaves(row, row_end);
      add(parts, group.weight);
      end = group.row_end;
    }
    return end == row_end && !parts.sum.parts.empty() ? parts : leaves(row, row_end);
  }

  void judge_group(const ScoreGroup& group) {
    const Parts parts = below(group.level + 1, group.row, group.row_end);
    if (parts.sum.parts.empty()) return;
    const Rational& stated = group.weight.value;
    if (parts.sum.sum == stated) return sink_.holds();
    if (parts.is_percent && (parts.sum.sum == Rational(100) || !group.weight.is_percent)) return sink_.holds();
    if (!parts.is_whole) return sink_.not_comparable("blank-weight");
    if (group.weight.is_percent != parts.is_percent) return sink_.not_comparable("percent-and-points");
    if (form_.has_bonus) return sink_.not_comparable("bonus");
    if (form_.may_continue && group.row_end > form_.rows.back().row) return sink_.not_comparable("continued-table");
    Draft draft = sink_.draft();
    fill_sum(view_, parts.sum, group.weight, draft);
    draft.message.zh =
        "下级指标分值之和 " + draft.expected + " 与“" + group.label + "”的分值 " + draft.actual + " 不符";
    draft.message.en = "the weights below add up to " + draft.expected + ", “" + group.label + "” has " + draft.actual;
    sink_.report(std::move(draft));
  }

  void judge_total() {
    if (form_.rows.empty()) return;
    Parts parts = leaves(form_.rows.front().row, form_.rows.back().row + 1);
    if (!parts.is_whole || parts.sum.parts.empty()) {
      const Parts top = below(0, form_.rows.front().row, form_.rows.back().row + 1);
      if (!top.sum.parts.empty() && top.is_whole) parts = top;
    }
    if (parts.sum.parts.size() < 2) return;
    Parts with_fund = parts;
    if (form_.fund.weight.is_set()) add(with_fund, form_.fund.weight);
    if (!form_.total.weight.is_set()) return judge_unstated(parts, with_fund);
    const ScoreMark& total = form_.total.weight;
    if (parts.sum.sum == total.value || with_fund.sum.sum == total.value) return sink_.holds();
    // the tenth for the execution rate may stand in another table
    if (!form_.fund.is_set() && parts.sum.sum + Rational(10) == total.value) return sink_.holds();
    if (total.is_percent != parts.is_percent) return sink_.not_comparable("percent-and-points");
    // what a further table would add makes too much only more
    const bool is_too_much = with_fund.sum.sum > total.value && parts.is_whole && !form_.has_bonus;
    if (!is_too_much && !trusted(parts)) return;
    Draft draft = sink_.draft();
    fill_sum(view_, with_fund.sum, total, draft);
    draft.message.zh = "各指标分值之和 " + draft.expected + " 与总分值 " + draft.actual + " 不符";
    draft.message.en = "the weights add up to " + draft.expected + ", the total says " + draft.actual;
    sink_.report(std::move(draft));
  }

  bool trusted(const Parts& parts) {
    const char* reason = !parts.is_whole      ? "blank-weight"
                         : form_.has_bonus    ? "bonus"
                         : form_.may_continue ? "continued-table"
                                              : nullptr;
    if (reason != nullptr) sink_.not_comparable(reason);
    return reason == nullptr;
  }

  /// No total row: the whole is the profile's hundred, which is less certain.
  void judge_unstated(const Parts& parts, const Parts& with_fund) {
    const Rational& full = view_.profile.full;
    const Rational& sum = with_fund.sum.sum;
    if (parts.sum.sum == full || sum == full) return sink_.holds();
    constexpr std::size_t kLeastRows = 5;
    if (!form_.has_levels || parts.sum.parts.size() < kLeastRows || view_.score_forms.size() != 1 ||
        sum + Rational(10) == full || sum < full * Rational::of(85, 100) || sum > full * Rational::of(3, 2)) {
      return sink_.not_comparable("no-total");
    }
    if (!trusted(parts)) return;
    Draft draft = sink_.draft();
    draft.severity = std::min(draft.severity, Severity::warning);
    draft.expected = full.to_string();
    draft.actual = sum.to_string(with_fund.sum.places);
    ScoreMark whole;
    whole.value = full;
    draft.working = with_fund.sum.working(whole);
    for (const ScoreMark* part : with_fund.sum.parts) {
      draft.evidence.push_back(spot_of(*part, "part"));
      wants(view_, *part, part->value + full - sum, draft);
    }
    draft.message.zh = "各指标分值之和 " + draft.actual + "，不是 " + draft.expected + " 分";
    draft.message.en = "the weights add up to " + draft.actual + ", not to " + draft.expected;
    sink_.report(std::move(draft));
  }

  const DocumentView& view_;
  const ScoreForm& form_;
  Sink& sink_;
};

class ScoreWeights final : public Check {
 public:
  void run(const DocumentView& view, Sink& sink) const override {
    for (const ScoreForm& form : view.score_forms) {
      if (form.has_weights) FormWeights(view, form, sink).run();
    }
    judge_point_lists(view, PointLists::weights, sink);
  }
};

}  // namespace

std::unique_ptr<Check> make_score_weights(Params&) { return std::make_unique<ScoreWeights>(); }

}  // namespace gouji::check
