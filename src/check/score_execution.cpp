// SPDX-License-Identifier: Apache-2.0
#include "check/score_execution.hpp"

#include <algorithm>

#include "check/profile.hpp"
#include "check/score_marks.hpp"

namespace gouji::check {
namespace {

using table::ScoreForm;
using table::ScoreLine;

/// Does the document print a rule of its own: «执行率达95%以上得满分», «执行率×分值»?
enum class PrintedRule { none, proportional, steps };

PrintedRule printed_rule(const DocumentView& view) {
  PrintedRule rule = PrintedRule::none;
  for (const text::Passage& passage : view.text.passages) {
    const std::string_view text = passage.text;
    if (text.find("执行率") == std::string_view::npos) continue;
    if (text.find("得满分") != std::string_view::npos || text.find("得0分") != std::string_view::npos ||
        text.find("不得分") != std::string_view::npos || text.find("每低") != std::string_view::npos ||
        text.find("每少") != std::string_view::npos || text.find("扣") != std::string_view::npos)
      return PrintedRule::steps;
    if (text.find("执行率×") != std::string_view::npos || text.find("执行率*") != std::string_view::npos ||
        text.find("×执行率") != std::string_view::npos || text.find("×预算执行率") != std::string_view::npos)
      rule = PrintedRule::proportional;
  }
  return rule;
}

void judge(const DocumentView& view, const ScoreLine& fund, PrintedRule rule, Sink& sink) {
  if (!fund.weight.is_set() || !fund.score.is_set() || !fund.rate.is_set() || fund.weight.is_percent ||
      fund.score.is_percent)
    return;
  if (fund.score.value > fund.weight.value) return sink.not_comparable("above-weight");
  Rational rate = fund.rate.value;
  if (!fund.rate.is_percent && rate <= Rational(1)) rate = rate * 100;  // 0.98
  if (rate.is_negative()) return sink.not_comparable("negative");
  const Profile& profile = view.profile;
  if (rule == PrintedRule::steps || (rule == PrintedRule::none && profile.execution == ExecutionScore::unknown))
    return sink.not_comparable("own-rule");
  const Rational full_from = profile.execution == ExecutionScore::full_from ? profile.execution_full_from : 100;
  const bool is_full = rate >= min(full_from, Rational(100));
  const Rational expected = is_full ? fund.weight.value : fund.weight.value * rate / 100;
  const Rational bound = Rational::power_of_ten(-fund.score.places) / 2 +
                         fund.weight.value * Rational::power_of_ten(-fund.rate.places) / 200;
  if (abs(expected - fund.score.value) <= bound) return sink.holds();
  Draft draft = sink.draft();
  draft.expected = expected.to_string(std::max(fund.score.places, 2));
  draft.actual = show(fund.score);
  draft.working.zh =
      show(fund.weight) + " × " + rate.to_string(fund.rate.places) + "% = " + draft.expected + " ≠ " + draft.actual;
  draft.working.en = draft.working.zh;
  draft.message = {"执行率 " + rate.to_string(fund.rate.places) + "%，按比例应得 " + draft.expected + " 分，表中得分 " +
                       draft.actual,
                   "at a rate of " + rate.to_string(fund.rate.places) + "% the score would be " + draft.expected +
                       ", the table has " + draft.actual};
  draft.evidence = {spot_of(fund.score, "score"), spot_of(fund.rate, "rate"), spot_of(fund.weight, "weight")};
  wants(view, fund.score, expected, draft);
  sink.report(std::move(draft));
}

class Execution final : public Check {
 public:
  void run(const DocumentView& view, Sink& sink) const override {
    const PrintedRule rule = printed_rule(view);
    for (const ScoreForm& form : view.score_forms) {
      if (form.fund.is_set()) judge(view, form.fund, rule, sink);
    }
  }
};

}  // namespace

std::unique_ptr<Check> make_score_execution(Params&) { return std::make_unique<Execution>(); }

}  // namespace gouji::check
