// SPDX-License-Identifier: Apache-2.0
#include "check/count_rate.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "check/working.hpp"

namespace gouji::check {
namespace {

using facts::Fact;
using facts::FactKind;
using statement::Sentence;
using Text = std::string_view;

class CountRateCheck final : public Check {
 public:
  void run(const DocumentView& view, Sink& sink) const override {
    const auto& sentences = view.statements.sentences;
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      const bool follows = i > 0 && sentences[i - 1].passage == sentences[i].passage;
      judge_sentence(view, sentences[i], follows ? sentences[i - 1].facts.begin : sentences[i].facts.begin, sink);
    }
  }

 private:
  static const Fact& fact(const DocumentView& view, std::uint32_t index) { return view.facts.facts[index]; }

  /// The clause before the figure, from the last mark on.
  static Text clause(const DocumentView& view, const Sentence& sentence, std::uint32_t index) {
    const Text text = view.text.passages[sentence.passage].text;
    std::uint32_t begin = sentence.span.begin;
    if (index > sentence.facts.begin) begin = std::max(begin, fact(view, index - 1).span.end);
    Text lead = text.substr(begin, std::max(begin, fact(view, index).span.begin) - begin);
    for (const Text mark : {Text("，"), Text("、"), Text("；"), Text("："), Text("。"), Text("（")}) {
      if (const std::size_t at = lead.rfind(mark); at != Text::npos) lead.remove_prefix(at + mark.size());
    }
    return lead;
  }

  /// «按期办结率», «整改率为»: 按期办结, 整改; empty when the clause names no rate.
  static Text stem_of(Text lead) {
    for (const Text tail : {Text("达到"), Text("为"), Text("达"), Text("是"), Text("约")}) {
      if (lead.ends_with(tail)) lead.remove_suffix(tail.size());
    }
    constexpr Text kRate = "率";
    constexpr std::size_t kShortest = 6;
    constexpr std::size_t kLongest = 15;
    if (!lead.ends_with(kRate)) return {};
    lead.remove_suffix(kRate.size());
    return lead.size() < kShortest || lead.size() > kLongest ? Text{} : lead;
  }

  static Interval rate(const Fact& part, const Fact& whole) {
    return Interval::point(100) * part.interval() / whole.interval();
  }

  static void judge_sentence(const DocumentView& view, const Sentence& sentence, std::uint32_t reach, Sink& sink) {
    for (std::uint32_t i = sentence.facts.begin; i < sentence.facts.end; ++i) {
      const Fact& percent = fact(view, i);
      if (percent.kind != FactKind::percent || !percent.is_plain()) continue;
      const Text stem = stem_of(clause(view, sentence, i));
      if (!stem.empty()) judge(view, sentence, reach, i, stem, sink);
    }
  }

  static void judge(const DocumentView& view, const Sentence& sentence, std::uint32_t reach, std::uint32_t index,
                    Text stem, Sink& sink) {
    const Fact& percent = fact(view, index);
    // the count right before the rate bears its name: 整改901项，整改率
    std::uint32_t part = docx::kNone;
    for (std::uint32_t i = index; i-- > sentence.facts.begin && part == docx::kNone;) {
      if (fact(view, i).kind == FactKind::count) part = i;
      if (fact(view, i).kind == FactKind::percent || fact(view, i).kind == FactKind::points) return;
    }
    if (part == docx::kNone || !fact(view, part).is_plain()) return;
    const Text own = clause(view, sentence, part);
    if (!own.ends_with(stem) || view.lexicon.contains("count_negation", own)) return;
    std::vector<std::uint32_t> wholes;
    for (std::uint32_t i = reach; i < sentence.facts.end; ++i) {
      if (i == part || !statement::same_measure(fact(view, i), fact(view, part))) continue;
      for (std::uint32_t k = reach; k < sentence.facts.end; ++k) {
        if (k == i || !statement::same_measure(fact(view, k), fact(view, part))) continue;
        const Interval any = rate(fact(view, k), fact(view, i));
        if (any.is_defined() && doubled(any).meets(doubled(percent.interval()))) return sink.holds();
      }
      if (i < part) wholes.push_back(i);
    }
    if (wholes.size() != 1 || wholes.front() < sentence.facts.begin) return sink.not_comparable("which-whole");
    const Fact& done = fact(view, part);
    const Fact& whole = fact(view, wholes.front());
    if (!whole.is_plain() || whole.is_chinese || whole.value.is_zero() || done.value > whole.value)
      return sink.not_comparable("which-whole");
    const Interval truth = rate(done, whole);
    if (!truth.is_defined()) return sink.not_comparable("bound");
    const Rational nominal = done.value / whole.value * Rational(100);
    // «计划1200人，完成1260人，超额完成60人，完成率105%»: the rate is that of other figures
    if (percent.value > Rational(100) || nominal * Rational(2) < percent.value || own.find("超") != Text::npos)
      return sink.not_comparable("which-whole");
    const Rational cut = nominal - percent.value;
    Draft draft = sink.draft();
    if (cut >= Rational(0) && cut < percent.step) draft.severity = Severity::info;
    const std::string computed = nominal.to_string(std::max(2, percent.printed.places));
    draft.working.zh = fmt::format("{} ÷ {} = {}% ≠ {}%", show(done.value, done), show(whole.value, done), computed,
                                   percent.value.to_string(percent.printed.places));
    draft.working.en = draft.working.zh;
    draft.expected = computed + "%";
    draft.actual = percent.value.to_string(percent.printed.places) + "%";
    draft.evidence = {spot_of(view, index, "rate"), spot_of(view, part, "part"),
                      spot_of(view, wholes.front(), "whole")};
    wants(view, index, truth, draft);
    wants(view, part, Interval::point(Rational::of(1, 100)) * percent.interval() * whole.interval(), draft);
    wants(view, wholes.front(), Interval::point(100) * done.interval() / percent.interval(), draft);
    sink.report(std::move(draft));
  }
};

}  // namespace

std::unique_ptr<Check> make_count_rate(Params& params) {
  (void)params;
  return std::make_unique<CountRateCheck>();
}

}  // namespace gouji::check
