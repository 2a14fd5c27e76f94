// SPDX-License-Identifier: Apache-2.0
#include "check/restated.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "check/diagnose.hpp"
#include "check/same_quantity.hpp"
#include "check/working.hpp"

namespace gouji::check {
namespace {

using facts::Fact;
using facts::FactKind;
using Text = std::string_view;

class RestatedCheck final : public Check {
 public:
  void run(const DocumentView& view, Sink& sink) const override {
    const lexicon::ClassId link = view.lexicon.class_id("restated_link");
    const lexicon::ClassId plain = view.lexicon.class_id("restated_plain");
    if (link == lexicon::kNoClass || plain == lexicon::kNoClass) return;
    const auto& facts = view.facts.facts;
    for (std::uint32_t index = 0; index + 1 < facts.size(); ++index) {
      const Fact& first = facts[index];
      const Fact& second = facts[index + 1];
      if (first.passage != second.passage || !is_amount(first) || !is_amount(second)) continue;
      const Text text = view.text.passages[first.passage].text;
      const Text between = text.substr(first.span.end, second.span.begin - first.span.end);
      if (!is_word(view, link, between)) continue;
      const bool is_bracket = between.find("（") != Text::npos;
      const Text behind = text.substr(second.span.end);
      const bool ends =
          is_bracket ? starts(behind, "）") || starts(behind, "整）") || starts(behind, "，") : ends_clause(behind);
      // 120万元（80万元） may be anything
      if (!ends || (first.unit == second.unit && is_word(view, plain, between))) continue;
      if (is_area(first) && is_area(second) && first.unit->base != second.unit->base) {
        if (are_same_area(first, second)) {
          sink.holds();
        } else {
          report(view, index,
                 first.unit->base == "亩" ? first.value * Rational(2000) / 3 : first.value * 3 / Rational(2000), sink);
        }
        continue;
      }
      if (first.kind != second.kind || !statement::same_measure(first, second)) continue;
      judge(view, index, sink);
    }
  }

 private:
  static bool is_amount(const Fact& fact) {
    return (fact.kind == FactKind::money || is_area(fact)) && fact.is_plain() && fact.unit != nullptr &&
           !fact.is_chinese;
  }
  static bool is_area(const Fact& fact) {
    return fact.kind == FactKind::count && fact.unit != nullptr &&
           (fact.unit->base == "亩" || fact.unit->base == "平方米");
  }
  /// One 亩 is two thousand thirds of a square metre; people reckon with 667 or 666.67.
  static bool are_same_area(const Fact& first, const Fact& second) {
    const auto metres = [](const Fact& fact) {
      return fact.unit->base == "亩" ? fact.value * Rational(2000) / 3 : fact.value;
    };
    const auto step = [](const Fact& fact) { return fact.unit->base == "亩" ? fact.step * 667 : fact.step; };
    const Rational a = metres(first);
    return abs(a - metres(second)) <= max(max(step(first), step(second)), abs(a) / 500);
  }
  static bool starts(Text text, Text word) { return text.substr(0, word.size()) == word; }
  static bool ends_clause(Text text) {
    return text.empty() || starts(text, "，") || starts(text, "。") || starts(text, "；") || starts(text, "）");
  }
  static bool is_word(const DocumentView& view, lexicon::ClassId id, Text text) {
    const auto& words = view.lexicon.words(id);
    return std::find(words.begin(), words.end(), text) != words.end();
  }

  static void judge(const DocumentView& view, std::uint32_t index, Sink& sink) {
    const Fact& first = view.facts.facts[index];
    const Fact& second = view.facts.facts[index + 1];
    switch (agreement_of(first, second)) {
      case Agreement::same: sink.holds(); return;
      case Agreement::rounding: sink.rounding(); return;
      case Agreement::unknown: sink.not_comparable("bound"); return;
      case Agreement::differ: report(view, index, first.value, sink); return;
    }
  }

  static void report(const DocumentView& view, std::uint32_t index, const Rational& expected, Sink& sink) {
    const Fact& first = view.facts.facts[index];
    const Fact& second = view.facts.facts[index + 1];
    Draft draft = sink.draft();
    draft.message = {fmt::format("同一金额写作 {} 与 {}，两者不等", first.shown(), second.shown()),
                     fmt::format("One amount is written {} and {}; they are not equal", first.shown(), second.shown())};
    draft.expected = show(expected, second);
    draft.actual = show(second.value, second);
    const std::string unit = second.unit->word;
    draft.working = {fmt::format("{} = {}{} ≠ {}", first.shown(), draft.expected, unit, second.shown()),
                     fmt::format("{} = {}{} ≠ {}", first.shown(), draft.expected, unit, second.shown())};
    draft.cause = diagnose_value(expected, second.value, second);
    draft.evidence.push_back(spot_of(view, index + 1, "figure"));
    draft.evidence.push_back(spot_of(view, index, "other"));
    if (expected == first.value) {
      wants(view, index + 1, first.interval(), draft);
      wants(view, index, second.interval(), draft);
    }
    sink.report(std::move(draft));
  }
};

}  // namespace

std::unique_ptr<Check> make_restated(Params& params) {
  (void)params;
  return std::make_unique<RestatedCheck>();
}

}  // namespace gouji::check
