// SPDX-License-Identifier: Apache-2.0
#include "check/period_stale.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "check/date_facts.hpp"
#include "text/regex.hpp"

namespace gouji::check {
namespace {

using facts::Fact;
using facts::FactKind;

constexpr std::size_t kBetweenBytes = 30;  // between the year and the total it dates
constexpr std::size_t kOpeningBytes = 6;   // a sentence may open with 在 or （
constexpr int kNearYears = 2;              // a template is one or two years old
constexpr std::size_t kTellingDigits = 4;  // shorter figures recur by chance

bool is_year(const Fact& fact) {
  return fact.kind == FactKind::date && fact.date.is_year_only() && fact.date_end.year == 0 && !fact.is_range_part;
}

std::size_t digits_of(const DocumentView& view, const Fact& fact) {
  const std::string_view text = view.text.passages[fact.passage].of(fact.number_span);
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }));
}

/// To 。; those with a single figure, too, which statements leave out.
std::vector<statement::Sentence> sentences_of(const DocumentView& view, std::uint32_t index) {
  std::vector<statement::Sentence> out;
  const text::Passage& passage = view.text.passages[index];
  facts::Range range = view.facts.facts_of[index];
  bool is_open = false;
  for (const text::Span span : passage.sentences) {
    if (!is_open) out.push_back({index, span, {range.begin, range.begin}, out.empty()});
    statement::Sentence& sentence = out.back();
    sentence.span.end = span.end;
    while (range.begin < range.end && view.facts.facts[range.begin].span.begin < span.end) ++range.begin;
    sentence.facts.end = range.begin;
    const std::string_view text = passage.of(span);
    is_open = text.size() >= 3 && text.substr(text.size() - 3) == "；";
  }
  return out;
}

/// 2022年收入总计 and 2023年收入总计 have one name.
std::string_view name_of(const Fact& fact) {
  std::string_view name = fact.label_text;
  while (!name.empty() && name[0] >= '0' && name[0] <= '9') name.remove_prefix(1);
  for (const std::string_view word : {"年度", "年"}) {
    if (name.substr(0, word.size()) == word) return name.substr(word.size());
  }
  return name;
}

class PeriodStale final : public Check {
 public:
  explicit PeriodStale(Params& params)
      : genres_(params.texts("genres")),
        own_(params.texts("own")),
        compared_(params.texts("compared")),
        result_(params.texts("result")),
        unless_(params.texts("unless")) {
    const std::vector<std::string> patterns = params.texts("purpose");
    for (std::size_t i = 0; i < patterns.size(); ++i) {
      text::Regex regex("^(?:" + patterns[i] + ")$");
      if (regex.error().empty()) {
        purpose_.push_back(std::move(regex));
      } else {
        params.fault("purpose", i, "正则表达式有误：" + regex.error(), "bad pattern: " + regex.error());
      }
    }
  }

  void run(const DocumentView& view, Sink& sink) const override {
    if (std::find(genres_.begin(), genres_.end(), view.context.genre) == genres_.end()) return;
    if (stated_fiscal_year(view) == nullptr) return sink.not_comparable("no-fiscal-year");
    for (std::uint32_t index = 0; index < view.text.passages.size(); ++index) {
      const text::Passage& passage = view.text.passages[index];
      const bool is_body = !passage.is_toc && passage.heading_level == 0 && passage.story == docx::StoryKind::body &&
                           index != view.context.title_passage;
      if (!is_body) continue;
      for (const statement::Sentence& sentence : sentences_of(view, index)) judge_sentence(view, sink, sentence);
    }
  }

 private:
  void judge_sentence(const DocumentView& view, Sink& sink, const statement::Sentence& sentence) const {
    const int fiscal = view.context.fiscal_year;
    const text::Passage& passage = view.text.passages[sentence.passage];
    const std::string_view text = passage.of(sentence.span);
    std::uint32_t first = docx::kNone;
    bool has_stretch = false;
    for (std::uint32_t index = sentence.facts.begin; index < sentence.facts.end; ++index) {
      const Fact& fact = view.facts.facts[index];
      if (fact.kind != FactKind::date || fact.date.year == 0) continue;
      has_stretch = has_stretch || (fact.date_end.year != 0 && fact.date_end.year != fact.date.year);
      if (first == docx::kNone) first = index;
    }
    if (first == docx::kNone || has_stretch) return;
    const Fact& year = view.facts.facts[first];
    if (year.date.year == fiscal) return judge_purpose(view, sink, sentence, first);
    const int distance = year.date.year - fiscal;
    const bool opens = year.span.begin - sentence.span.begin <= kOpeningBytes;
    if (!is_year(year) || !opens || distance > kNearYears || distance < -kNearYears) return;
    const bool is_explained =
        passage.heading != docx::kNone && has_any(view.text.passages[passage.heading].text, unless_);
    if (is_explained || has_any(text, unless_)) return sink.not_comparable("year-explained");
    for (std::uint32_t index = sentence.facts.begin; index < sentence.facts.end; ++index) {
      const Fact& other = view.facts.facts[index];
      if (other.kind == FactKind::date && other.date.year == fiscal) return sink.not_comparable("both-years");
    }
    const std::uint32_t total = total_behind(view, sentence, first);
    if (total != docx::kNone) {
      const std::uint32_t twin = same_of_fiscal_year(view, total);
      if (twin != docx::kNone) return report(view, sink, sentence, first, twin);
      const std::string_view behind = passage.of({view.facts.facts[total].span.end, sentence.span.end});
      if (has_any(behind, compared_) && !has_fiscal_figure(view, total))
        return report(view, sink, sentence, first, total);
    }
    std::string_view subject = passage.of({year.span.end, sentence.span.end}).substr(0, 3 * kBetweenBytes);
    if (subject.substr(0, 3) == "，") subject.remove_prefix(3);
    const std::string_view clause = subject.substr(0, std::min(subject.find("，"), subject.find("。")));
    if (has_any(clause, result_)) report(view, sink, sentence, first, docx::kNone);
  }

  /// The figure of the year's own total that the year stands in front of: 2022年收入总计….
  [[nodiscard]] std::uint32_t total_behind(const DocumentView& view, const statement::Sentence& sentence,
                                           std::uint32_t year) const {
    const text::Passage& passage = view.text.passages[sentence.passage];
    for (std::uint32_t index = year + 1; index < sentence.facts.end; ++index) {
      const Fact& fact = view.facts.facts[index];
      if (fact.kind == FactKind::date) return docx::kNone;
      if (fact.kind != FactKind::money) continue;
      const std::string_view between = passage.of({view.facts.facts[year].span.end, fact.span.begin});
      return between.size() <= 2 * kBetweenBytes && has_any(between, own_) ? index : docx::kNone;
    }
    return docx::kNone;
  }

  /// The same figure under the same name, dated with the year of the report.
  [[nodiscard]] static std::uint32_t same_of_fiscal_year(const DocumentView& view, std::uint32_t index) {
    const Fact& fact = view.facts.facts[index];
    if (digits_of(view, fact) < kTellingDigits) return docx::kNone;
    for (std::uint32_t other = 0; other < view.facts.facts.size(); ++other) {
      const Fact& each = view.facts.facts[other];
      const bool is_same = other != index && each.kind == fact.kind && each.year == view.context.fiscal_year &&
                           each.value == fact.value && each.period != facts::Period::prior &&
                           each.table == docx::kNone && !each.label_text.empty() && name_of(each) == name_of(fact);
      if (is_same) return other;
    }
    return docx::kNone;
  }

  [[nodiscard]] static bool has_fiscal_figure(const DocumentView& view, std::uint32_t index) {
    const Fact& fact = view.facts.facts[index];
    return std::any_of(view.facts.facts.begin(), view.facts.facts.end(), [&](const Fact& each) {
      return each.kind == fact.kind && each.year == view.context.fiscal_year && name_of(each) == name_of(fact);
    });
  }

  /// 2023年下达100万元，作为2022年…经费
  void judge_purpose(const DocumentView& view, Sink& sink, const statement::Sentence& sentence,
                     std::uint32_t year) const {
    const text::Passage& passage = view.text.passages[sentence.passage];
    std::vector<text::Regex::Group> groups;
    bool has_money = false;
    for (std::uint32_t index = year + 1; index < sentence.facts.end; ++index) {
      const Fact& fact = view.facts.facts[index];
      has_money = has_money || fact.kind == FactKind::money;
      if (fact.kind != FactKind::date) continue;
      if (!is_year(fact) || fact.date.year >= view.context.fiscal_year || !has_money) return;
      std::uint32_t before = index - 1;
      const std::string_view between = passage.of({view.facts.facts[before].span.end, fact.span.begin});
      const bool is_purpose = std::any_of(purpose_.begin(), purpose_.end(),
                                          [&](const text::Regex& regex) { return regex.find(between, 0, groups); });
      if (!is_purpose) return;
      if (has_any(passage.of(sentence.span), unless_)) return sink.not_comparable("year-explained");
      Draft draft = base(view, sink, sentence, index);
      draft.severity = Severity::info;
      return sink.report(std::move(draft));
    }
  }

  static Draft base(const DocumentView& view, Sink& sink, const statement::Sentence& sentence, std::uint32_t year) {
    const Fact& fact = view.facts.facts[year];
    Draft draft = sink.draft();
    draft.expected = fmt::format("{}年", view.context.fiscal_year);
    draft.actual = std::string(view.text.passages[fact.passage].of(fact.span));
    draft.working = {
        fmt::format("本报告年度为 {} 年，此处写 {}", view.context.fiscal_year, draft.actual),
        fmt::format("the report is on {}; this sentence says {}", view.context.fiscal_year, fact.date.year)};
    draft.evidence.push_back(
        spot_at(sentence.passage, clause_of(view.text.passages[sentence.passage].text, fact.span), fact.span, "year"));
    return draft;
  }

  static void report(const DocumentView& view, Sink& sink, const statement::Sentence& sentence, std::uint32_t year,
                     std::uint32_t figure) {
    Draft draft = base(view, sink, sentence, year);
    if (figure != docx::kNone) draft.evidence.push_back(spot_of(view, figure, "figure"));
    if (const facts::StatedYear* stated = stated_fiscal_year(view)) {
      draft.evidence.push_back(spot_at(stated->passage, stated->span, stated->span, "fiscal-year"));
    }
    sink.report(std::move(draft));
  }

  std::vector<std::string> genres_, own_, compared_, result_, unless_;
  std::vector<text::Regex> purpose_;
};

}  // namespace

std::unique_ptr<Check> make_period_stale(Params& params) { return std::make_unique<PeriodStale>(params); }

}  // namespace gouji::check
