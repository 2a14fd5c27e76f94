// SPDX-License-Identifier: Apache-2.0
#include "check/score_text.hpp"

#include <algorithm>
#include <optional>

#include "check/clause.hpp"
#include "check/diagnose.hpp"
#include "check/working.hpp"

namespace gouji::check {
namespace {

using facts::Fact;
using facts::FactKind;
using Text = std::string_view;

constexpr std::size_t kFewest = 3;

struct Scores {
  std::vector<std::uint32_t> items;
  std::uint32_t total = docx::kNone;
  bool has_all_weights = false;  // the weights beside them make 100
  bool is_doubtful = false;      // parts of parts, deductions, several totals
};

class ScoreTextCheck final : public Check {
 public:
  explicit ScoreTextCheck(Params& params) {
    total_ = params.lexicon().class_id("score_sum");
    got_ = params.lexicon().class_id("score_got");
    fund_ = params.lexicon().class_id("score_fund");
    escape_ = params.lexicon().class_id("score_text_escape");
  }

  void run(const DocumentView& view, Sink& sink) const override {
    for (const statement::Sentence& sentence : view.statements.sentences) {
      const Scores scores = scores_of(view, sentence);
      if (scores.total == docx::kNone || scores.items.size() < kFewest) continue;
      if (scores.is_doubtful) {
        sink.not_comparable("several-levels");
        continue;
      }
      judge(view, scores, sink);
    }
  }

 private:
  [[nodiscard]] Scores scores_of(const DocumentView& view, const statement::Sentence& sentence) const {
    Scores scores;
    Rational weights = 0;
    for (std::uint32_t i = sentence.facts.begin; i < sentence.facts.end; ++i) {
      const Fact& fact = view.facts.facts[i];
      if (fact.kind != FactKind::count || fact.unit == nullptr || fact.unit->base != "分" || !fact.is_plain()) continue;
      const Text clause = clause_before(view, i, sentence.span.begin);
      if (view.lexicon.contains(total_, clause)) {
        scores.is_doubtful |= scores.total != docx::kNone;
        scores.total = i;
      } else if (view.lexicon.contains(got_, clause)) {
        scores.items.push_back(i);
      } else {
        weights += fact.value;
      }
    }
    scores.has_all_weights = weights == Rational(100);
    const Text words = view.text.passages[sentence.passage].of(sentence.span);
    const bool is_between =
        scores.items.size() > 1 && scores.total > scores.items.front() && scores.total < scores.items.back();
    scores.is_doubtful |= is_between || view.lexicon.contains(escape_, words);
    return scores;
  }

  [[nodiscard]] bool names_fund(const DocumentView& view, const Scores& scores) const {
    return scores.has_all_weights || std::any_of(scores.items.begin(), scores.items.end(), [&](std::uint32_t item) {
             return view.lexicon.contains(fund_, view.facts.facts[item].label_text);
           });
  }

  void judge(const DocumentView& view, const Scores& scores, Sink& sink) const {
    const Fact& total = view.facts.facts[scores.total];
    std::vector<Term> terms;
    Interval range = Interval::point(0);
    Rational sum = 0;
    for (const std::uint32_t item : scores.items) {
      const Fact& fact = view.facts.facts[item];
      terms.push_back({fact.value, false});
      sum += fact.value;
      // a score is what it is; only a mean is rounded
      range = range + Interval::point(fact.value);
    }
    if (sum == total.value) return sink.holds();
    if (abs(sum - total.value) < total.step) return sink.rounding();
    // the tenth for the execution rate may go without saying
    constexpr int kFund = 10;
    if (total.value > sum && total.value - sum <= Rational(kFund) && !names_fund(view, scores))
      return sink.not_comparable("fund");
    if (is_implausible_gap(sum, total.value)) return sink.not_comparable("other-scale");
    Draft draft = sink.draft();
    draft.working = sum_working(terms, total.value, total);
    draft.expected = show(sum, total);
    draft.actual = show(total.value, total);
    draft.cause = diagnose_value(sum, total.value, total);
    draft.evidence.push_back(spot_of(view, scores.total, "total"));
    wants(view, scores.total, range, draft);
    for (const std::uint32_t item : scores.items) {
      draft.evidence.push_back(spot_of(view, item, "part"));
      wants(view, item, Interval::point(view.facts.facts[item].value + total.value - sum), draft);
    }
    sink.report(std::move(draft));
  }

  lexicon::ClassId total_, got_, fund_, escape_;
};

}  // namespace

std::unique_ptr<Check> make_score_text(Params& params) { return std::make_unique<ScoreTextCheck>(params); }

}  // namespace gouji::check
