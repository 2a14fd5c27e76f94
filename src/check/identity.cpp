// SPDX-License-Identifier: Apache-2.0
#include "check/identity.hpp"

#include <algorithm>
#include <set>

#include "check/diagnose.hpp"
#include "check/identity_region.hpp"
#include "check/identity_rule.hpp"
#include "check/identity_stated.hpp"
#include "check/identity_unopened.hpp"
#include "check/table_totals.hpp"
#include "check/working.hpp"

namespace gouji::check {
namespace {

using facts::Fact;
using facts::FactKind;

class Identity final : public Check {
 public:
  explicit Identity(IdentityRule rule) : rule_(std::move(rule)) {}

  void run(const DocumentView& view, Sink& sink) const override {
    if (rule_.sums.empty()) return;
    // A narrower region comes first; what it judged is not judged again in a wider one.
    std::set<std::uint32_t> judged;
    for (const Region region : rule_.within) {
      for_each_region(view, rule_, region, [&](const RegionTerms& terms) {
        for (const Sum& sum : rule_.sums) judge(view, sink, terms, sum, judged);
      });
    }
    judge_unopened(view, sink, rule_, judged);
    if (rule_.is_double_table) judge_table_totals(view, sink, judged);
  }

 private:
  // The figure of a term; kNone when it is absent. Sets `doubt` when there are several different ones.
  static std::uint32_t figure_of(const DocumentView& view, const RegionTerms& terms, std::size_t term,
                                 std::string_view& doubt) {
    std::uint32_t found = docx::kNone;
    for (const TermFigure& figure : terms.figures) {
      if (figure.term != term || figure.is_qualified) continue;
      if (found != docx::kNone && !(view.facts.facts[found].value == view.facts.facts[figure.fact].value)) {
        doubt = "同一项有两个数";
      }
      if (found == docx::kNone) found = figure.fact;
    }
    return found;
  }

  void judge(const DocumentView& view, Sink& sink, const RegionTerms& terms, const Sum& sum,
             std::set<std::uint32_t>& judged) const {
    std::string_view doubt;
    std::vector<std::uint32_t> figures(rule_.terms.size(), docx::kNone);
    for (std::size_t i = 0; i < rule_.terms.size(); ++i) {
      const bool is_used = i == sum.total || std::any_of(sum.parts.begin(), sum.parts.end(),
                                                         [&](const Sum::Part& part) { return part.term == i; });
      std::string_view ignored;
      figures[i] = figure_of(view, terms, i, is_used ? doubt : ignored);
    }
    const auto is_missing = [&](const Sum::Part& part) { return !part.optional && figures[part.term] == docx::kNone; };
    if (figures[sum.total] == docx::kNone || std::any_of(sum.parts.begin(), sum.parts.end(), is_missing)) return;
    if (!rule_.when_also.empty() &&
        std::none_of(rule_.when_also.begin(), rule_.when_also.end(),
                     [&](const std::string& word) { return terms.text.find(word) != std::string::npos; })) {
      return;
    }
    std::vector<std::uint32_t> used{figures[sum.total]};
    for (const Sum::Part& part : sum.parts) {
      if (figures[part.term] != docx::kNone) used.push_back(figures[part.term]);
    }
    if (std::set<std::uint32_t>(used.begin(), used.end()).size() != used.size()) return;
    if (!judged.insert(used.front()).second) return;

    if (doubt.empty()) doubt = why_not(view, terms, sum, used);
    if (!doubt.empty()) return sink.not_comparable(doubt);
    decide(view, sink, sum, figures, used);
  }

  [[nodiscard]] std::string_view why_not(const DocumentView& view, const RegionTerms& terms, const Sum& sum,
                                         const std::vector<std::uint32_t>& used) const {
    for (const auto* classes : {&rule_.unless, terms.is_pattern ? &rule_.unless_pattern : &rule_.unless_labels}) {
      for (const lexicon::ClassId id : *classes) {
        if (view.lexicon.contains(id, terms.text)) return "另有口径";
      }
    }
    if (!terms.is_pattern && is_stated_near(view, rule_, used)) return "另有结余";
    for (const TermFigure& figure : terms.figures) {
      if (!figure.is_qualified) continue;
      for (const Sum::Part& part : sum.parts) {
        if (part.optional && part.term == figure.term) return "有一项不能确定";
      }
    }
    // 非财政拨款 in 使用非财政拨款结余 names the term, not a scope.
    const auto scope_of = [&](std::uint32_t index) {
      const std::string& scope = view.facts.facts[index].scope;
      const auto figure = std::find_if(terms.figures.begin(), terms.figures.end(),
                                       [&](const TermFigure& each) { return each.fact == index; });
      return figure != terms.figures.end() && figure->word.find(scope) != std::string::npos ? std::string() : scope;
    };
    const std::string scope = scope_of(terms.has_lead ? terms.figures.front().fact : used.front());
    const Fact& first = view.facts.facts[used.front()];
    int year = 0;
    for (const std::uint32_t index : used) {
      const Fact& fact = view.facts.facts[index];
      if (fact.kind != first.kind) return "计量单位不同";
      if (fact.kind == FactKind::count && fact.unit != nullptr && first.unit != nullptr &&
          fact.unit->base != first.unit->base) {
        return "计量单位不同";
      }
      if (fact.is_range_part || fact.qualifier != facts::Qualifier::exact) return "约数";
      const std::string own = scope_of(index);
      if (!terms.is_pattern && own != scope && !(terms.has_lead && own.empty())) return "口径不同";
      const bool is_opening = fact.period == facts::Period::prior || fact.period == facts::Period::opening;
      if (fact.year != 0 && !is_opening) {
        if (year != 0 && year != fact.year) return "年度不同";
        year = fact.year;
      }
    }
    if (terms.is_pattern) return {};
    for (const TermFigure& figure : terms.figures) {
      const Fact& fact = view.facts.facts[figure.fact];
      if (fact.period != facts::Period::prior || figure.is_qualified) continue;
      if (figure.word.find("上年") == std::string::npos && figure.word.find("年初") == std::string::npos)
        return "上年数";
    }
    return {};
  }

  void decide(const DocumentView& view, Sink& sink, const Sum& judged_sum, const std::vector<std::uint32_t>& figures,
              const std::vector<std::uint32_t>& used) const {
    const Fact& total = view.facts.facts[figures[judged_sum.total]];
    bool within_rounding = false;
    std::vector<const Sum*> readings{&judged_sum};
    for (const Sum& other : rule_.others) {
      if (other.total == judged_sum.total) readings.push_back(&other);
    }
    for (const Sum* reading : readings) {
      Rational value = 0;
      Interval range = Interval::point(0);
      bool is_complete = true;
      for (const Sum::Part& part : reading->parts) {
        if (figures[part.term] == docx::kNone) {
          is_complete = is_complete && part.optional;
          continue;
        }
        const Fact& fact = view.facts.facts[figures[part.term]];
        value += part.negative ? -fact.value : fact.value;
        range = part.negative ? range - fact.interval() : range + fact.interval();
      }
      if (!is_complete) continue;
      if (!value.is_defined()) return sink.not_comparable("无法计算");
      if (value == total.value) return sink.holds();
      Interval stated = total.interval();
      if (view.context.has_rounding_note) {  // T7 doubles the tolerance
        const Rational more = (range.width() + stated.width()) / 2;
        stated = {stated.low - more, stated.high + more};
      }
      within_rounding = within_rounding || range.meets(stated);
    }
    if (within_rounding) return sink.rounding();
    if (another_fits(view, judged_sum, figures)) return sink.not_comparable("另一个数字能够对上");
    report(view, sink, judged_sum, figures, used);
  }

  // Would the sum hold with another figure of the paragraph in place of a term that `try` names?
  [[nodiscard]] bool another_fits(const DocumentView& view, const Sum& sum,
                                  const std::vector<std::uint32_t>& figures) const {
    const Fact& total = view.facts.facts[figures[sum.total]];
    Interval gap = total.interval();
    for (const Sum::Part& part : sum.parts) {
      if (figures[part.term] == docx::kNone) continue;
      const Interval own = view.facts.facts[figures[part.term]].interval();
      gap = part.negative ? gap + own : gap - own;
    }
    for (const Sum::Part& part : sum.parts) {
      const bool may_be_other =
          std::find(rule_.alternatives.begin(), rule_.alternatives.end(), part.term) != rule_.alternatives.end();
      if (!may_be_other || figures[part.term] == docx::kNone) continue;
      const Fact& meant = view.facts.facts[figures[part.term]];
      const Interval wanted = part.negative ? meant.interval() - gap : meant.interval() + gap;
      const facts::Range range = view.facts.facts_of[meant.passage];
      for (std::uint32_t other = range.begin; other < range.end; ++other) {
        const bool is_used = std::find(figures.begin(), figures.end(), other) != figures.end();
        if (!is_used && view.facts.facts[other].kind == meant.kind && wanted.contains(view.facts.facts[other].value))
          return true;
      }
    }
    return false;
  }

  /// The gap is a figure of the paragraph that no term took (调出至一般公共预算…), or too large for a slip: the terms
  /// are not all of one balance.
  static bool is_unsafe(const DocumentView& view, const Fact& total, const std::vector<std::uint32_t>& used,
                        const std::vector<Rational>& parts, const Rational& value, bool is_unexplained) {
    const Rational gap = abs(value - total.value);
    const facts::Range range = view.facts.facts_of[total.passage];
    for (std::uint32_t other = range.begin; other < range.end; ++other) {
      const Fact& fact = view.facts.facts[other];
      if (fact.kind == total.kind && fact.value == gap && std::find(used.begin(), used.end(), other) == used.end())
        return true;
    }
    Rational largest = total.value;
    for (const Rational& part : parts) largest = max(largest, abs(part));
    return is_unexplained && gap * Rational(3) > largest;
  }

  void report(const DocumentView& view, Sink& sink, const Sum& sum, const std::vector<std::uint32_t>& figures,
              const std::vector<std::uint32_t>& used) const {
    const Fact& total = view.facts.facts[figures[sum.total]];
    std::vector<Term> terms;
    std::vector<Rational> parts;
    Rational value = 0;
    Interval range = Interval::point(0);
    Draft draft = sink.draft();
    draft.evidence.push_back(spot_of(view, used.front(), rule_.terms[sum.total].name));
    for (const Sum::Part& part : sum.parts) {
      if (figures[part.term] == docx::kNone) continue;
      const Rational printed = view.facts.facts[figures[part.term]].value;
      terms.push_back({printed, part.negative});
      parts.push_back(part.negative ? -printed : printed);
      value += parts.back();
      const Interval true_value = view.facts.facts[figures[part.term]].interval();
      range = part.negative ? range - true_value : range + true_value;
      draft.evidence.push_back(spot_of(view, figures[part.term], rule_.terms[part.term].name));
    }
    wants(view, figures[sum.total], range, draft);
    for (const Sum::Part& part : sum.parts) {
      if (figures[part.term] == docx::kNone) continue;
      const Interval gap = total.interval() - range;
      const Fact& fact = view.facts.facts[figures[part.term]];
      const Interval own = fact.interval();
      wants(view, figures[part.term], part.negative ? own - gap : own + gap, draft);
    }
    const bool is_spread = std::any_of(used.begin(), used.end(), [&](std::uint32_t fact) {
      return total.table == docx::kNone && view.facts.facts[fact].passage != total.passage;
    });
    if (is_spread) draft.severity = std::min(draft.severity, Severity::warning);
    draft.working = sum_working(terms, total.value, total);
    draft.expected = show(value, total);
    draft.actual = show(total.value, total);
    draft.cause = diagnose_value(value, total.value, total);
    if (draft.cause.empty()) draft.cause = diagnose_sum(parts, total.value, &total);
    const bool is_flow = total.kind == FactKind::money &&
                         std::any_of(sum.parts.begin(), sum.parts.end(), [](const Sum::Part& p) { return p.negative; });
    if (is_flow && is_unsafe(view, total, used, parts, value, draft.cause.empty()))
      return sink.not_comparable("另有一项");
    sink.report(std::move(draft));
  }

  IdentityRule rule_;
};

}  // namespace

std::unique_ptr<Check> make_identity(Params& params) { return std::make_unique<Identity>(read_identity(params)); }

}  // namespace gouji::check
