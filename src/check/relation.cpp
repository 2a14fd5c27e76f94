// SPDX-License-Identifier: Apache-2.0
#include "check/relation.hpp"

#include <algorithm>
#include <set>

#include "check/diagnose.hpp"
#include "check/relation_rule.hpp"
#include "check/working.hpp"

namespace gouji::check {
namespace {

using facts::Fact;
using facts::FactKind;

constexpr std::size_t kMostAlternatives = 40;

struct Bound {
  std::string name;
  std::uint32_t fact;
};

Operand operand_of(const Fact& fact) { return {fact.value, fact.interval()}; }

// 达95%以上 as the judged figure: anything from 95 on agrees.
Operand judged_operand(const Fact& fact) {
  const Rational far = Rational::power_of_ten(18);
  if (fact.qualifier == facts::Qualifier::at_least) return {fact.value, {fact.value, far}};
  if (fact.qualifier == facts::Qualifier::at_most) return {fact.value, {-far, fact.value}};
  return operand_of(fact);
}

bool is_down(const lexicon::Lexicon& lexicon, std::string_view word) {
  for (const char* name : {"change_down", "down"}) {
    const lexicon::ClassId id = lexicon.class_id(name);
    if (id == lexicon::kNoClass) continue;
    const auto& words = lexicon.words(id);
    if (std::find(words.begin(), words.end(), word) != words.end()) return true;
  }
  return false;
}

std::string with_percent(std::string text, const Fact& like) {
  return like.kind == FactKind::percent ? text + "%" : text;
}

void replace_all(std::string& text, const std::string& what, const std::string& with) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += with.size()) {
    text.replace(at, what.size(), with);
  }
}

class Relation final : public Check {
 public:
  explicit Relation(RelationRule rule) : rule_(std::move(rule)) {}

  void run(const DocumentView& view, Sink& sink) const override {
    if (rule_.require.empty()) return;
    std::set<std::uint32_t> judged;
    std::vector<text::Regex::Group> groups;
    for (const Within within : rule_.within) {
      for_each_scope(view, within, [&](const ScopeText& scope) {
        for (const RelationPattern& pattern : rule_.patterns) {
          if (!pattern.may_match(scope.kinds())) continue;
          for (std::size_t from = 0; pattern.next(scope.text(), from, groups, view.budget);) {
            match(view, sink, scope, pattern, groups, judged);
          }
        }
      });
    }
  }

 private:
  void match(const DocumentView& view, Sink& sink, const ScopeText& scope, const RelationPattern& pattern,
             const std::vector<text::Regex::Group>& groups, std::set<std::uint32_t>& judged) const {
    Environment environment;
    std::vector<Bound> bound;
    std::vector<Spot> words;
    for (const Capture& capture : pattern.captures()) {
      const auto& group = groups[static_cast<std::size_t>(capture.group)];
      if (!group.matched()) continue;
      if (capture.is_figure) {
        const std::uint32_t fact = scope.fact_at(group.begin);
        if (fact == docx::kNone) continue;
        bound.push_back({capture.name, fact});
        const Fact& figure = view.facts.facts[fact];
        environment.numbers[capture.name] = capture.name == rule_.actual ? judged_operand(figure) : operand_of(figure);
      } else {
        const auto word = std::string_view(scope.text()).substr(group.begin, group.end - group.begin);
        environment.is_down[capture.name] = is_down(view.lexicon, word);
        const auto place = scope.place_of(view, group.begin, group.end);
        if (place) words.push_back({capture.name, place->passage, place->span, place->span});
      }
    }
    if (bound.empty()) return;
    if (words.empty()) {
      const auto whole = scope.place_of(view, groups[0].begin, groups[0].end);
      if (whole) words.push_back({"statement", whole->passage, whole->span, whole->span});
    }
    // The judged figure leads the evidence.
    const auto actual =
        std::find_if(bound.begin(), bound.end(), [&](const Bound& each) { return each.name == rule_.actual; });
    if (actual != bound.end()) std::rotate(bound.begin(), actual, actual + 1);
    if (!judged.insert(bound.front().fact).second) return;

    for (const lexicon::ClassId id : rule_.unless) {
      if (view.lexicon.contains(id, scope.text())) return sink.not_comparable("另有口径");
    }
    if (!rule_.is_mixed && !same_measure(view, bound)) return sink.not_comparable("计量单位不同");
    const Verdict verdict = judge(environment);
    if (verdict == Verdict::undefined) return sink.not_comparable("无法计算");
    if (verdict == Verdict::holds || agrees_as_printed(view, bound, environment)) return sink.holds();
    if (verdict == Verdict::rounding) return sink.rounding();
    if (view.context.has_rounding_note && fits_doubled(view, bound, environment)) return sink.rounding();
    if (alternative_fits(view, scope, bound, environment, pattern.is_far()))
      return sink.not_comparable("另一个数字能够对上");
    report(view, sink, bound, environment, std::move(words));
  }

  // Counts of different things do not go into one formula.
  static bool same_measure(const DocumentView& view, const std::vector<Bound>& bound) {
    const lexicon::Unit* first = nullptr;
    for (const Bound& each : bound) {
      const Fact& fact = view.facts.facts[each.fact];
      if (fact.kind != FactKind::count || fact.unit == nullptr) continue;
      if (first != nullptr && first->base != fact.unit->base) return false;
      first = fact.unit;
    }
    return true;
  }

  Verdict judge(Environment& environment) const {
    for (const auto& [name, formula] : rule_.lets) environment.numbers[name] = formula.left(environment);
    return rule_.require.front().judge(environment);
  }

  [[nodiscard]] Operand expected(const Environment& environment) const {
    if (!rule_.expected.empty()) return rule_.expected.front().left(environment);
    const Formula& require = rule_.require.front();
    return require.left_name() == rule_.actual ? require.right(environment) : require.left(environment);
  }

  [[nodiscard]] const Fact* actual_fact(const DocumentView& view, const std::vector<Bound>& bound) const {
    return !rule_.actual.empty() && bound.front().name == rule_.actual ? &view.facts.facts[bound.front().fact]
                                                                       : nullptr;
  }

  // The printed figures themselves, rounded to the printed places, agree.
  [[nodiscard]] bool agrees_as_printed(const DocumentView& view, const std::vector<Bound>& bound,
                                       const Environment& environment) const {
    const Fact* actual = actual_fact(view, bound);
    return actual != nullptr && actual->qualifier == facts::Qualifier::exact &&
           abs(expected(environment).nominal - actual->value) * 2 <= actual->step;
  }

  // T7: a note on rounding doubles the tolerance.
  [[nodiscard]] bool fits_doubled(const DocumentView& view, const std::vector<Bound>& bound,
                                  const Environment& environment) const {
    const Fact* actual = actual_fact(view, bound);
    return actual != nullptr && doubled(expected(environment).range).meets(doubled(actual->interval()));
  }

  // Another figure of the paragraph or row may be the one that is meant.
  [[nodiscard]] bool alternative_fits(const DocumentView& view, const ScopeText& scope, const std::vector<Bound>& bound,
                                      const Environment& environment, bool in_pairs) const {
    std::vector<std::uint32_t> candidates = scope.facts();
    const facts::Range range = view.facts.facts_of[view.facts.facts[bound.front().fact].passage];
    for (std::uint32_t other = range.begin; other < range.end; ++other) candidates.push_back(other);
    std::sort(candidates.begin(), candidates.end());
    candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
    if (candidates.size() > kMostAlternatives) candidates.resize(kMostAlternatives);
    const auto fits = [&](const Environment& changed) {
      Environment again = changed;
      const Verdict verdict = judge(again);
      return verdict == Verdict::holds || verdict == Verdict::rounding;
    };
    std::vector<Bound> free;
    for (const Bound& each : bound) {
      if (std::find(rule_.alternatives.begin(), rule_.alternatives.end(), each.name) != rule_.alternatives.end())
        free.push_back(each);
    }
    for (std::size_t first = 0; first < free.size(); ++first) {
      Environment changed = environment;
      for (const std::uint32_t one : candidates) {
        if (!is_like(view, one, free[first].fact)) continue;
        changed.numbers[free[first].name] = operand_of(view.facts.facts[one]);
        if (fits(changed)) return true;
        for (std::size_t second = first + 1; in_pairs && second < free.size(); ++second) {
          Environment both = changed;
          for (const std::uint32_t two : candidates) {
            if (two == one || !is_like(view, two, free[second].fact)) continue;
            both.numbers[free[second].name] = operand_of(view.facts.facts[two]);
            if (fits(both)) return true;
          }
        }
      }
    }
    return false;
  }

  static bool is_like(const DocumentView& view, std::uint32_t one, std::uint32_t meant) {
    return view.facts.facts[one].kind == view.facts.facts[meant].kind;
  }

  [[nodiscard]] Bilingual cause_of(const DocumentView& view, const std::vector<Bound>& bound, const Operand& expected,
                                   const Fact& actual) const {
    const auto value = [&](const char* name) {
      const auto found = std::find_if(bound.begin(), bound.end(), [&](const Bound& each) { return each.name == name; });
      return found == bound.end() ? Rational::undefined() : view.facts.facts[found->fact].value;
    };
    for (const std::string& name : rule_.diagnose) {
      Bilingual cause;
      if (name == "power_of_ten") cause = diagnose_power_of_ten(expected.nominal, actual);
      if (name == "digits_swapped") cause = diagnose_digits_swapped(expected.nominal, actual);
      if (name == "digit_lost") cause = diagnose_digit_lost(expected.nominal, actual);
      if (name == "divided_by_current" && abs(value("delta") / value("now") * 100 - actual.value) * 2 <= actual.step) {
        cause = {"用本年数作了分母", "divided by this year's figure"};
      }
      if (!cause.empty()) return cause;
    }
    return {};
  }

  void report(const DocumentView& view, Sink& sink, const std::vector<Bound>& bound, Environment& environment,
              std::vector<Spot> words) const {
    Draft draft = sink.draft();
    if (!rule_.message.empty()) draft.message = rule_.message;
    if (view.facts.facts[bound.front().fact].table != docx::kNone) raise(draft);
    if (const Fact* actual = actual_fact(view, bound)) {
      const Operand want = expected(environment);
      draft.expected = with_percent(show(want.nominal, *actual), *actual);
      draft.actual = with_percent(show(actual->value, *actual), *actual);
      draft.cause = cause_of(view, bound, want, *actual);
      soften(draft, want, *actual);
      working(view, draft, bound, environment);
    } else {
      // no figure is judged but the word: it leads
      as_written(view, draft, bound, words);
      draft.evidence = std::move(words);
    }
    for (std::string* text : {&draft.message.zh, &draft.message.en}) {
      replace_all(*text, "{expected}", draft.expected);
      for (const Bound& each : bound) replace_all(*text, "{" + each.name + "}", view.facts.facts[each.fact].shown());
    }
    for (const Bound& each : bound) {
      draft.evidence.push_back(spot_of(view, each.fact, each.name));
      wants(view, each.fact, rule_.require.front().solve(each.name, environment), draft);
    }
    sink.report(std::move(draft));
  }

  void raise(Draft& draft) const {
    for (const Severity severity : {Severity::info, Severity::warning, Severity::error}) {
      if (rule_.row_severity == to_string(severity)) draft.severity = severity;
    }
  }

  // T3 cut instead of rounded, T5 operands too small to prove much: info only.
  static void soften(Draft& draft, const Operand& want, const Fact& actual) {
    const Interval cut = actual.value.is_negative() ? Interval{actual.value - actual.step, actual.value}
                                                    : Interval{actual.value, actual.value + actual.step};
    if (cut.meets(want.range)) {
      draft.severity = Severity::info;
      draft.cause = {"截尾而未四舍五入", "cut off instead of rounded"};
    } else if (actual.kind == FactKind::percent && want.range.width() * 10 > abs(want.nominal) &&
               doubled(want.range).meets(doubled(actual.interval()))) {
      draft.severity = Severity::info;
    }
  }

  void working(const DocumentView& view, Draft& draft, const std::vector<Bound>& bound,
               const Environment& environment) const {
    const lexicon::Unit* unit = nullptr;
    bool same_unit = true;
    for (const Bound& each : bound) {
      const Fact& fact = view.facts.facts[each.fact];
      if (fact.kind != FactKind::money) continue;
      if (unit != nullptr && unit != fact.unit) same_unit = false;
      unit = fact.unit;
    }
    ShowName show_name;
    show_name = [&](std::string_view name) -> std::string {
      for (const Bound& each : bound) {
        if (each.name != name) continue;
        const Fact& fact = view.facts.facts[each.fact];
        return fact.kind == FactKind::money && same_unit ? show(fact.value, fact) : fact.shown();
      }
      for (const auto& [let, formula] : rule_.lets) {
        if (let == name) return "(" + formula.show_left(environment, show_name) + ")";
      }
      return "0";
    };
    const Formula& formula = rule_.expected.empty() ? rule_.require.front() : rule_.expected.front();
    const bool left = !rule_.expected.empty() || formula.left_name() != rule_.actual;
    std::string text = left ? formula.show_left(environment, show_name) : formula.show_right(environment, show_name);
    trim_percent_factor(text, draft.actual);
    text += " = " + draft.expected + " ≠ " + draft.actual;
    draft.working = {text, text};
  }

  static void as_written(const DocumentView& view, Draft& draft, const std::vector<Bound>& bound,
                         const std::vector<Spot>& words) {
    std::string figures;
    for (const Bound& each : bound) figures += (figures.empty() ? "" : "，") + view.facts.facts[each.fact].shown();
    for (const Spot& word : words) {
      const std::string text(view.text.passages[word.passage].of(word.mark));
      draft.working.zh += (draft.working.zh.empty() ? "" : "；") + figures + "，文中写“" + text + "”";
      draft.working.en += (draft.working.en.empty() ? "" : "; ") + figures + "; the text says “" + text + "”";
    }
  }

  RelationRule rule_;
};

}  // namespace

std::unique_ptr<Check> make_relation(Params& params) { return std::make_unique<Relation>(read_relation(params)); }

}  // namespace gouji::check
