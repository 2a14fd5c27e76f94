// SPDX-License-Identifier: Apache-2.0
#include "check/claim_target.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

namespace gouji::check {
namespace {

using facts::Fact;
using facts::FactKind;
using facts::Qualifier;

bool is_figure(const Fact& fact) {
  switch (fact.kind) {
    case FactKind::money:
    case FactKind::percent:
    case FactKind::count:
    case FactKind::duration:
    case FactKind::number:
    case FactKind::price: return true;
    default: return false;
  }
}

bool alike(const Fact& a, const Fact& b) {
  if (a.kind != b.kind) return false;
  return a.unit == b.unit || (a.unit != nullptr && b.unit != nullptr && a.unit->base == b.unit->base);
}

class ClaimTarget final : public Check {
 public:
  void run(const DocumentView& view, Sink& sink) const override {
    for (std::uint32_t index = 0; index < view.text.passages.size(); ++index) {
      const text::Passage& passage = view.text.passages[index];
      if (passage.is_toc || passage.in_table()) continue;
      for (const text::Span& sentence : passage.sentences) judge_sentence(view, index, sentence, sink);
    }
  }

 private:
  static bool has(const DocumentView& view, const char* name, std::string_view text) {
    const lexicon::ClassId id = view.lexicon.class_id(name);
    return id != lexicon::kNoClass && view.lexicon.contains(id, text);
  }

  static std::string_view between(const DocumentView& view, std::uint32_t passage, std::uint32_t from,
                                  std::uint32_t to) {
    return to <= from ? std::string_view() : std::string_view(view.text.passages[passage].text).substr(from, to - from);
  }

  static void judge_sentence(const DocumentView& view, std::uint32_t passage, text::Span sentence, Sink& sink) {
    const facts::Range range = view.facts.facts_of[passage];
    std::uint32_t before = sentence.begin;
    for (std::uint32_t first = range.begin; first < range.end; ++first) {
      const Fact& target = view.facts.facts[first];
      const std::uint32_t lead = before;
      if (target.span.begin >= sentence.begin) before = target.span.end;
      if (target.span.begin < sentence.begin || target.span.end > sentence.end || !is_figure(target)) continue;
      judge_comparison(view, passage, sentence, first, sink);
      if (!is_target(view, target, between(view, passage, lead, target.span.begin))) continue;
      const std::uint32_t second = next_like(view, first, range.end, sentence.end);
      if (second != docx::kNone) judge(view, passage, sentence, first, second, sink);
    }
  }

  /// The words in front call it a target.
  static bool is_target(const DocumentView& view, const Fact& target, std::string_view lead) {
    return !target.is_range_part && has(view, "target_lead", lead);
  }

  static std::uint32_t next_like(const DocumentView& view, std::uint32_t first, std::uint32_t end,
                                 std::uint32_t sentence_end) {
    for (std::uint32_t next = first + 1; next < end; ++next) {
      const Fact& fact = view.facts.facts[next];
      if (fact.span.end > sentence_end) break;
      if (!is_figure(fact)) continue;
      return alike(view.facts.facts[first], fact) ? next : docx::kNone;
    }
    return docx::kNone;
  }

  static void judge(const DocumentView& view, std::uint32_t passage, text::Span sentence, std::uint32_t first,
                    std::uint32_t second, Sink& sink) {
    const Fact& target = view.facts.facts[first];
    const Fact& actual = view.facts.facts[second];
    if (!has(view, "actual_lead", between(view, passage, target.span.end, actual.span.begin))) return;
    const facts::Range range = view.facts.facts_of[passage];
    std::uint32_t end = sentence.end;
    for (std::uint32_t next = second + 1; next < range.end; ++next) {
      const Fact& fact = view.facts.facts[next];
      if (alike(fact, actual) && fact.span.begin < end) end = fact.span.begin;  // another pair begins
    }
    const std::string_view tail = between(view, passage, actual.span.end, end);
    if (!has(view, "target_claimed", tail)) return;
    if (has(view, "target_claim_escape", passage_text(view, passage, sentence)) || actual.is_range_part ||
        actual.qualifier == Qualifier::about || actual.qualifier == Qualifier::slightly_below)
      return sink.not_comparable("escape");
    // 每平方米不超过: the unit took the 不
    if ((target.qualifier == Qualifier::more_than || target.qualifier == Qualifier::less_than) &&
        between(view, passage, sentence.begin, target.span.begin).ends_with("不"))
      return sink.not_comparable("direction");
    const auto missed = misses(view, target, actual, between(view, passage, sentence.begin, target.span.begin));
    if (!missed) return sink.not_comparable("direction");
    if (!*missed) return sink.holds();
    Draft draft = sink.draft();
    draft.expected = target.shown();
    draft.actual = actual.shown();
    draft.message = {"目标 " + target.shown() + "，实际 " + actual.shown() + "，文中却称已达目标",
                     "target " + target.shown() + ", reached " + actual.shown() + ", yet the text says it was met"};
    draft.working = {actual.shown() + " 未达 " + target.shown(), actual.shown() + " misses " + target.shown()};
    draft.evidence = {spot_of(view, second, "actual"), spot_of(view, first, "target")};
    draft.evidence.front().quote.end = std::min(end, sentence.end);
    sink.report(std::move(draft));
  }

  /// «成活率89.3%，高于年度目标90%的要求»: the comparison itself is a claim.
  static void judge_comparison(const DocumentView& view, std::uint32_t passage, text::Span sentence,
                               std::uint32_t first, Sink& sink) {
    const std::uint32_t second = next_like(view, first, view.facts.facts_of[passage].end, sentence.end);
    if (second == docx::kNone) return;
    const Fact& actual = view.facts.facts[first];
    const Fact& target = view.facts.facts[second];
    const std::string_view words = between(view, passage, actual.span.end, target.number_span.begin);
    constexpr std::size_t kMostBytes = 60;
    constexpr std::uint32_t kTail = 12;
    const std::uint32_t tail_end = std::min(sentence.end, target.span.end + kTail);
    const std::string_view tail = between(view, passage, target.span.end, tail_end);
    const bool is_above = has(view, "claim_above", words);
    const bool is_below = has(view, "claim_below", words);
    if (words.size() > kMostBytes || is_above == is_below || actual.qualifier != Qualifier::exact ||
        actual.is_range_part || target.is_range_part || words.find("；") != std::string_view::npos)
      return;
    const bool names_target = has(view, "claim_target_noun", words) || has(view, "claim_target_noun", tail);
    if (!names_target || has(view, "claim_compare_escape", words) || has(view, "claim_compare_escape", tail)) return;
    const bool is_wrong = is_above ? actual.value < target.value : actual.value > target.value;
    if (!is_wrong) return sink.holds();
    Draft draft = sink.draft();
    draft.expected = (is_above ? "≥" : "≤") + target.printed.to_string();
    draft.actual = actual.shown();
    const std::string claim = is_above ? "高于" : "低于";
    draft.message = {
        "文中称“" + claim + "”目标，但 " + actual.shown() + " 并不" + claim + " " + target.printed.to_string(),
        "said to be " + std::string(is_above ? "above" : "below") + " the target, but " + actual.shown() + " is not"};
    draft.working = {actual.value.to_string() + (is_above ? " < " : " > ") + target.value.to_string(),
                     actual.value.to_string() + (is_above ? " < " : " > ") + target.value.to_string()};
    draft.evidence = {spot_of(view, first, "actual"), spot_of(view, second, "target")};
    sink.report(std::move(draft));
  }

  static std::string_view passage_text(const DocumentView& view, std::uint32_t passage, text::Span span) {
    return view.text.passages[passage].of(span);
  }

  static std::optional<bool> misses(const DocumentView& view, const Fact& target, const Fact& actual,
                                    std::string_view lead) {
    switch (target.qualifier) {
      case Qualifier::at_least:
      case Qualifier::more_than: return actual.value < target.value;
      case Qualifier::at_most:
      case Qualifier::less_than: return actual.value > target.value;
      case Qualifier::exact: break;
      default: return std::nullopt;
    }
    if (has(view, "reverse_indicator", lead) || target.kind == FactKind::money || target.kind == FactKind::duration)
      return std::nullopt;
    return actual.value < target.value;
  }
};

}  // namespace

std::unique_ptr<Check> make_claim_target(Params&) { return std::make_unique<ClaimTarget>(); }

}  // namespace gouji::check
