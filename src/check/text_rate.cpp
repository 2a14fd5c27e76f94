// SPDX-License-Identifier: Apache-2.0
#include "check/text_rate.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "check/clause.hpp"
#include "check/diagnose.hpp"
#include "check/slip.hpp"
#include "check/working.hpp"
#include "facts/label.hpp"

namespace gouji::check {
namespace {

using facts::Fact;
using facts::FactKind;
using facts::Range;
using statement::Sentence;
using Text = std::string_view;
using Words = std::vector<std::string>;

constexpr std::size_t kReachBehind = 24;  // bytes behind a figure that may still name it: 578个村实现脱贫

/// Where the last word of the list ends in the text; npos when there is none.
std::size_t last_of(const Words& words, Text text) {
  std::size_t last = Text::npos;
  for (const std::string& word : words) {
    const std::size_t at = text.rfind(word);
    if (at != Text::npos && (last == Text::npos || at + word.size() > last)) last = at + word.size();
  }
  return last;
}

bool has_any(const Words& words, Text text) { return last_of(words, text) != Text::npos; }

Interval rate_of(const Fact& part, const Fact& whole) {
  return Interval::point(100) * part.interval() / whole.interval();
}

enum class Side { none, part, whole };

struct Operand {
  std::uint32_t fact = 0;
  Side side = Side::none;
};

/// Figures that one rate may be of.
struct Reach {
  Range range;
  bool is_wide = false;  // goes beyond the rate's own sentence
  std::vector<Operand> operands;
  std::uint32_t part = docx::kNone;
};

struct Names {
  Words part;
  Words whole;
  Words plan;
  Text subject;  // whose rate it is, when its clause says so: 县级资金支付率
};

class TextRateCheck final : public Check {
 public:
  explicit TextRateCheck(Params& params) {
    names_ = params.texts("name");
    is_strict_ = params.flag("strict", false);
    takes_stem_ = params.flag("stem", false);
    words_ = {params.texts("part"), params.texts("whole"), params.texts("plan"), {}};
    for (const std::string& name : params.texts("unless")) unless_.push_back(params.lexicon().class_id(name));
    tail_ = params.lexicon().class_id("share_tail");
    filler_ = params.lexicon().class_id("rate_filler");
    negation_ = params.lexicon().class_id("count_negation");
  }

  void run(const DocumentView& view, Sink& sink) const override {
    const auto& sentences = view.statements.sentences;
    for (std::size_t i = 0; i < sentences.size() && !view.budget.is_spent_by_now(); ++i) {
      const bool follows = i > 0 && sentences[i - 1].passage == sentences[i].passage;
      const std::uint32_t reach = follows ? sentences[i - 1].facts.begin : sentences[i].facts.begin;
      for (std::uint32_t k = sentences[i].facts.begin; k < sentences[i].facts.end; ++k) {
        if (fact(view, k).kind == FactKind::percent && fact(view, k).is_plain())
          read(view, sentences[i], reach, k, sink);
      }
    }
  }

 private:
  static const Fact& fact(const DocumentView& view, std::uint32_t index) { return view.facts.facts[index]; }

  /// The words by which the amounts of this rate are known; nothing when the percentage is another's.
  [[nodiscard]] std::optional<Names> names_of(const DocumentView& view, Text lead) const {
    while (const std::size_t cut = facts::suffix_of(view.lexicon, tail_, lead)) lead.remove_suffix(cut);
    std::size_t longest = 0;
    for (const std::string& name : names_) {
      if (lead.ends_with(name)) longest = std::max(longest, name.size());
    }
    Names names = words_;
    if (takes_stem_) {
      constexpr Text kRate = "率";
      constexpr std::size_t kShortest = 6;
      constexpr std::size_t kLongest = 18;
      if (longest != 0 || !lead.ends_with(kRate)) return std::nullopt;
      lead.remove_suffix(kRate.size());
      while (const std::size_t cut = facts::prefix_of(view.lexicon, filler_, lead)) lead.remove_prefix(cut);
      if (lead.size() < kShortest || lead.size() > kLongest) return std::nullopt;
      names.part.emplace_back(lead);
      return names;
    }
    if (longest == 0) return std::nullopt;
    lead.remove_suffix(longest);
    names.subject = subject_of(view, lead);
    return names;
  }

  /// «据此计算的总体执行率» is nobody's in particular, «项目支出执行率» is 项目支出's.
  [[nodiscard]] Text subject_of(const DocumentView& view, Text lead) const {
    Text rest = lead;
    while (const std::size_t cut = facts::prefix_of(view.lexicon, filler_, rest)) rest.remove_prefix(cut);
    if (rest.empty()) return rest;
    if (lead.starts_with("的")) lead.remove_prefix(Text("的").size());
    return lead;
  }

  [[nodiscard]] Side side_of(const DocumentView& view, std::uint32_t index, const Names& names) const {
    const Text before = clause_before(view, index);
    const Text behind = clause_behind(view, index, kReachBehind);
    const std::size_t part = last_of(names.part, before);
    const std::size_t whole = last_of(names.whole, before);
    if (has_any(names.plan, before)) return Side::whole;
    if (part != Text::npos && view.lexicon.contains(negation_, before)) return Side::none;
    if (part != Text::npos && (whole == Text::npos || part > whole)) return Side::part;
    if (whole != Text::npos) return Side::whole;
    if (has_any(names.part, behind)) return view.lexicon.contains(negation_, behind) ? Side::none : Side::part;
    return has_any(names.plan, behind) || has_any(names.whole, behind) ? Side::whole : Side::none;
  }

  [[nodiscard]] bool is_amount(const Fact& figure) const {
    const bool is_money = figure.kind == FactKind::money && !takes_stem_;
    return (is_money || (figure.kind == FactKind::count && figure.unit != nullptr)) && figure.is_plain() &&
           figure.value > Rational(0) && figure.period != facts::Period::prior;
  }

  /// The item of the sentence between two ；.
  static Range item_of(const DocumentView& view, const Sentence& sentence, std::uint32_t index) {
    const Text text = view.text.passages[sentence.passage].text;
    const std::uint32_t here = fact(view, index).span.begin;
    const std::size_t before = text.substr(0, here).rfind("；");
    const std::size_t behind = text.find("；", here);
    Range range = sentence.facts;
    while (before != Text::npos && range.begin < index && fact(view, range.begin).span.begin < before) ++range.begin;
    while (behind != Text::npos && range.end > index + 1 && fact(view, range.end - 1).span.begin > behind) --range.end;
    return range;
  }

  void read(const DocumentView& view, const Sentence& sentence, std::uint32_t reach, std::uint32_t percent,
            Sink& sink) const {
    const std::optional<Names> names = names_of(view, clause_before(view, percent));
    if (!names || clause_behind(view, percent, kReachBehind).starts_with("的")) return;  // «支付率99%的项目有12个»
    const Range all{reach, sentence.facts.end};
    for (const Range range : {item_of(view, sentence, percent), all}) {
      Reach within{range, range.begin < sentence.facts.begin, {}, docx::kNone};
      for (std::uint32_t i = range.begin; i < range.end; ++i) {
        if (is_amount(fact(view, i))) within.operands.push_back({i, side_of(view, i, *names)});
      }
      within.part = part_of(within.operands, percent);
      if (within.part != docx::kNone && judge(view, sentence, all, percent, *names, within, sink)) return;
    }
  }

  /// The one that the rate is named after: the last before the percentage, or else the first behind it.
  static std::uint32_t part_of(const std::vector<Operand>& operands, std::uint32_t percent) {
    std::uint32_t found = docx::kNone;
    for (const Operand& operand : operands) {
      if (operand.side == Side::part && (found == docx::kNone || operand.fact < percent)) found = operand.fact;
    }
    return found;
  }

  /// Two amounts in reach give the rate, or all but it. A strict rate is of nothing but a named whole.
  [[nodiscard]] bool is_met(const DocumentView& view, Range range, const Reach& within, std::uint32_t percent) const {
    const Interval stated = fact(view, percent).interval();
    const Interval rest = Interval::point(100) - stated;
    const auto gives = [&](std::uint32_t a, std::uint32_t b) {
      if (a == b || !is_amount(fact(view, a)) || !is_amount(fact(view, b))) return false;
      if (!statement::same_measure(fact(view, a), fact(view, b))) return false;
      const Interval any = rate_of(fact(view, a), fact(view, b));
      const Interval wide = view.context.has_rounding_note ? doubled(any) : any;
      return any.is_defined() && (wide.meets(stated) || wide.meets(rest));
    };
    if (is_strict_) {
      return std::any_of(within.operands.begin(), within.operands.end(), [&](const Operand& operand) {
        return operand.side == Side::whole && gives(within.part, operand.fact);
      });
    }
    for (std::uint32_t a = range.begin; a < range.end; ++a) {
      for (std::uint32_t b = range.begin; b < range.end; ++b) {
        if (gives(a, b)) return true;
      }
    }
    return false;
  }

  /// The whole beside the part: a named one, the nearest before it first; or the only other amount.
  static std::uint32_t whole_of(const DocumentView& view, const Reach& within, bool& is_named) {
    std::uint32_t before = docx::kNone;
    std::uint32_t behind = docx::kNone;
    std::uint32_t other = docx::kNone;
    std::size_t others = 0;
    const std::uint32_t part = within.part;
    for (const Operand& operand : within.operands) {
      if (operand.fact == part || !statement::same_measure(fact(view, operand.fact), fact(view, part))) continue;
      other = operand.fact;
      ++others;
      if (operand.side != Side::whole) continue;
      if (operand.fact < part) before = operand.fact;
      if (operand.fact > part && behind == docx::kNone) behind = operand.fact;
    }
    is_named = before != docx::kNone || behind != docx::kNone;
    if (is_named) return before != docx::kNone ? before : behind;
    return others == 1 ? other : docx::kNone;
  }

  static bool speaks_of(const DocumentView& view, std::uint32_t index, Text subject) {
    return clause_before(view, index).find(subject) != Text::npos;
  }

  /// False when nothing could be said within this reach.
  bool judge(const DocumentView& view, const Sentence& sentence, Range all, std::uint32_t percent, const Names& names,
             const Reach& within, Sink& sink) const {
    bool is_named = false;
    const std::uint32_t part = within.part;
    const std::uint32_t index = whole_of(view, within, is_named);
    if (index == docx::kNone) return false;
    if (is_met(view, all, within, percent)) return sink.holds(), true;
    if (within.is_wide && !is_named) return false;
    if (!names.subject.empty() && !speaks_of(view, part, names.subject) && !speaks_of(view, index, names.subject))
      return sink.not_comparable("which-whole"), true;
    const Text words = view.text.passages[sentence.passage].of(sentence.span);
    const bool has_escape = std::any_of(unless_.begin(), unless_.end(),
                                        [&](lexicon::ClassId id) { return view.lexicon.contains(id, words); });
    if (has_escape) return sink.not_comparable("another-basis"), true;
    const Fact& done = fact(view, part);
    const Fact& whole = fact(view, index);
    const Fact& stated = fact(view, percent);
    const Interval truth = rate_of(done, whole);
    if (whole.is_chinese || !truth.is_defined()) return sink.not_comparable("bound"), true;
    const Rational nominal = done.value / whole.value * Rational(100);
    const bool is_slip_of_rate =
        slip_between(Rational::parse(nominal.to_string(stated.printed.places)).value_or(0), stated).has_value();
    const Rational most = is_named ? Rational::of(3, 2) : Rational::of(6, 5);
    const bool is_near = nominal < stated.value * most && stated.value < nominal * most;
    // a rate above 100% of figures below it, or far off: it is that of other figures
    const bool crosses = (nominal > Rational(100)) != (stated.value > Rational(100)) && !is_named;
    if (crosses || (!is_near && !(is_named && is_slip_of_rate))) return sink.not_comparable("which-whole"), true;
    report(view, percent, part, index, nominal, truth, sink);
    return true;
  }

  static void report(const DocumentView& view, std::uint32_t percent, std::uint32_t part, std::uint32_t index,
                     const Rational& nominal, const Interval& truth, Sink& sink) {
    const Fact& done = fact(view, part);
    const Fact& whole = fact(view, index);
    const Fact& stated = fact(view, percent);
    const Rational cut = nominal - stated.value;
    Draft draft = sink.draft();
    if (cut >= Rational(0) && cut < stated.step) draft.severity = Severity::info;
    RateWorking rate = rate_working(done, whole, stated);
    draft.working = std::move(rate.working);
    draft.expected = std::move(rate.expected);
    draft.actual = std::move(rate.actual);
    draft.cause = diagnose_value(Rational::parse(nominal.to_string(stated.printed.places)).value_or(nominal),
                                 stated.value, stated);
    draft.evidence = {spot_of(view, percent, "rate"), spot_of(view, part, "part"), spot_of(view, index, "whole")};
    wants(view, percent, truth, draft);
    wants(view, part, Interval::point(Rational::of(1, 100)) * stated.interval() * whole.interval(), draft);
    wants(view, index, Interval::point(100) * done.interval() / stated.interval(), draft);
    sink.report(std::move(draft));
  }

  Words names_;
  bool takes_stem_ = false;
  bool is_strict_ = false;
  Names words_;
  std::vector<lexicon::ClassId> unless_;
  lexicon::ClassId tail_, filler_, negation_;
};

}  // namespace

std::unique_ptr<Check> make_text_rate(Params& params) { return std::make_unique<TextRateCheck>(params); }

}  // namespace gouji::check
