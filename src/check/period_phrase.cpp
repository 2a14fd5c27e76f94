// SPDX-License-Identifier: Apache-2.0
#include "check/period_phrase.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "check/count_enumeration.hpp"
#include "check/date_facts.hpp"
#include "text/regex.hpp"

namespace gouji::check {
namespace {

constexpr std::size_t kEvidence = 5;  // places shown

class PeriodPhrase final : public Check {
 public:
  explicit PeriodPhrase(Params& params)
      : genres_(params.texts("genres")),
        unless_(params.texts("unless")),
        not_under_(params.texts("not_under")),
        is_filed_later_(params.flag("filed_later", false)),
        is_dated_(params.flag("dated", true)) {
    const std::vector<std::string> patterns = params.texts("when");
    if (patterns.empty()) params.fault("when", 0, "至少要一个模式", "at least one pattern is needed");
    for (std::size_t i = 0; i < patterns.size(); ++i) {
      text::Regex regex(patterns[i]);
      if (regex.error().empty()) {
        when_.push_back(std::move(regex));
      } else {
        params.fault("when", i, "正则表达式有误：" + regex.error(), "bad pattern: " + regex.error());
      }
    }
  }

  void run(const DocumentView& view, Sink& sink) const override {
    if (!genres_.empty() && std::find(genres_.begin(), genres_.end(), view.context.genre) == genres_.end()) return;
    const int fiscal = view.context.fiscal_year;
    if (is_filed_later_) {
      const facts::Fact* filed = filing_date(view);
      if (fiscal == 0 || filed == nullptr || filed->date.year != fiscal + 1) return;
    }
    std::vector<Spot> places;
    for (std::uint32_t index = 0; index < view.text.passages.size(); ++index) {
      const text::Passage& passage = view.text.passages[index];
      if (passage.is_toc || passage.heading_level != 0 || passage.story != docx::StoryKind::body) continue;
      if (!not_under_.empty() && has_any(text::heading_path(view.document, view.text, index), not_under_)) continue;
      for (const text::Span sentence : passage.sentences) find(view, index, sentence, places);
    }
    if (places.empty()) return;
    Draft draft = sink.draft();
    const std::string first(view.text.passages[places.front().passage].of(places.front().mark));
    draft.actual = first;
    draft.working = {fmt::format("“{}”等 {} 处", first, places.size()),
                     fmt::format("{} and {} more", first, places.size() - 1)};
    if (places.size() == 1) draft.working = {fmt::format("“{}”", first), first};
    if (fiscal != 0 && is_filed_later_) {
      draft.working.zh += fmt::format("；本报告年度为 {} 年，填报在 {} 年", fiscal, fiscal + 1);
      draft.working.en += fmt::format("; the report is on {}, filed in {}", fiscal, fiscal + 1);
    }
    if (places.size() > kEvidence) places.resize(kEvidence);
    draft.evidence = std::move(places);
    sink.report(std::move(draft));
  }

 private:
  void find(const DocumentView& view, std::uint32_t index, text::Span sentence, std::vector<Spot>& places) const {
    const text::Passage& passage = view.text.passages[index];
    const std::string_view text = passage.of(sentence);
    std::vector<text::Regex::Group> groups;
    for (const text::Regex& regex : when_) {
      if (!regex.find(text, 0, groups, view.budget)) continue;
      const bool quoted = is_quoted(passage.text, sentence.begin + static_cast<std::uint32_t>(groups[0].begin));
      if (quoted || has_any(text, unless_) || (!is_dated_ && states_year(view, index, sentence))) return;
      const text::Span mark{sentence.begin + static_cast<std::uint32_t>(groups[0].begin),
                            sentence.begin + static_cast<std::uint32_t>(groups[0].end)};
      places.push_back(spot_at(index, clause_of(passage.text, mark), mark, "phrase"));
      return;
    }
  }

  static bool states_year(const DocumentView& view, std::uint32_t index, text::Span sentence) {
    const std::vector<std::uint32_t> dates = dates_of(view, index);
    return std::any_of(dates.begin(), dates.end(), [&](std::uint32_t each) {
      const facts::Fact& fact = view.facts.facts[each];
      return fact.date.year != 0 && fact.span.begin >= sentence.begin && fact.span.end <= sentence.end;
    });
  }

  std::vector<std::string> genres_, unless_, not_under_;
  bool is_filed_later_ = false;
  bool is_dated_ = true;
  std::vector<text::Regex> when_;
};

}  // namespace

std::unique_ptr<Check> make_period_phrase(Params& params) { return std::make_unique<PeriodPhrase>(params); }

}  // namespace gouji::check
