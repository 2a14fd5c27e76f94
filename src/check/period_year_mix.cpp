// SPDX-License-Identifier: Apache-2.0
#include "check/period_year_mix.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "check/date_facts.hpp"

namespace gouji::check {
namespace {

using facts::StatedYear;

constexpr std::size_t kEvidence = 6;  // places shown for one stray year

using ByGenre = std::vector<std::pair<std::string, std::vector<std::string>>>;

const std::vector<std::string>* find_genre(const ByGenre& lists, const std::string& genre) {
  for (const auto& [name, words] : lists) {
    if (name == genre) return &words;
  }
  return nullptr;
}

class PeriodYearMix final : public Check {
 public:
  explicit PeriodYearMix(Params& params)
      : subject_(params.lists("subject")), except_(params.lists("except")), unless_(params.texts("unless")) {}

  void run(const DocumentView& view, Sink& sink) const override {
    if (view.context.years.empty()) return;
    const StatedYear* reference = stated_fiscal_year(view);
    if (reference == nullptr) return sink.not_comparable("several-years");
    std::map<int, std::vector<const StatedYear*>> stray;
    for (const StatedYear& stated : view.context.years) {
      if (&stated == reference || !is_comparable(view, stated, *reference)) continue;
      if (stated.year == reference->year) {
        sink.holds();
      } else if (is_year_of_work(view, stated)) {
        sink.not_comparable("year-of-work");
      } else {
        stray[stated.year].push_back(&stated);
      }
    }
    for (const auto& [year, places] : stray) report(view, sink, *reference, year, places);
    for (const StatedYear& stated : view.context.years) {
      const bool is_judged = stated.slot != "heading" || stated.year == reference->year ||
                             has_any(view.text.passages[stated.passage].text, unless_) || is_year_of_work(view, stated);
      if (is_judged || is_comparable(view, stated, *reference)) continue;
      if (is_against_its_section(view, stated, reference->year))
        report(view, sink, *reference, stated.year, {&stated}, Severity::warning);
    }
  }

 private:
  /// Does the slot name what the whole report is about, for one year?
  [[nodiscard]] bool is_comparable(const DocumentView& view, const StatedYear& stated,
                                   const StatedYear& reference) const {
    if (stated.slot == "form") return true;
    const text::Passage& passage = view.text.passages[stated.passage];
    // the whole body speaks against it, whatever the title is of
    if (stated.slot == "title" && reference.slot == "body" && view.context.genre == "audit") return true;
    // names of offices in front of the year hold such words too: 规划局
    if (has_any(std::string_view(passage.text).substr(stated.span.end), unless_)) return false;
    if (is_compared(std::string_view(passage.text).substr(0, stated.span.begin))) return false;
    if (const auto* except = find_genre(except_, view.context.genre);
        except != nullptr && has_any(passage.text, *except))
      return false;
    if (stated.slot == "title") return true;
    const bool is_lone = stated.span.begin <= 3 && stated.span.end + 3 >= passage.text.size();
    if (is_lone && passage.in_table()) return true;
    const auto* subject = find_genre(subject_, view.context.genre);
    return subject != nullptr && has_any(std::string_view(passage.text).substr(stated.span.end), *subject);
  }

  /// «三、2024年度资金测算» above «2025年度申报预算…»: the section opens with the report's year and never speaks of
  /// 2024.
  static bool is_against_its_section(const DocumentView& view, const StatedYear& stated, int reference) {
    const auto& passages = view.text.passages;
    const int level = passages[stated.passage].heading_level;
    bool opens = false;
    for (std::uint32_t index = stated.passage + 1; index < passages.size(); ++index) {
      const text::Passage& passage = passages[index];
      if (passage.heading_level > 0 && passage.heading_level <= level) break;
      for (const std::uint32_t date : dates_of(view, index)) {
        const facts::Fact& fact = view.facts.facts[date];
        const std::string_view before = std::string_view(passage.text).substr(0, fact.span.begin);
        if (fact.date.year == stated.year && !is_compared(before)) return false;
        if (index == stated.passage + 1 && fact.date.year == reference && fact.date.is_year_only() &&
            before.size() <= 3)
          opens = true;
      }
    }
    return opens;
  }

  /// 与2022年度…, 较2022年度…, 《2022年度…》.
  static bool is_compared(std::string_view before) {
    for (const std::string_view word : {"与", "较", "比", "和", "、", "《", "“", "照"}) {
      if (before.size() >= word.size() && before.substr(before.size() - word.size()) == word) return true;
    }
    return false;
  }

  /// «2024年绩效自评报告» for 2023: the year in which the work is done, when it is not called 年度.
  static bool is_year_of_work(const DocumentView& view, const StatedYear& stated) {
    const std::string_view printed = view.text.passages[stated.passage].of(stated.span);
    const std::string& genre = view.context.genre;
    const bool is_evaluation = genre != "final-accounts" && genre != "budget";
    return is_evaluation && stated.year == view.context.fiscal_year + 1 && printed.find("度") == std::string_view::npos;
  }

  static void report(const DocumentView& view, Sink& sink, const StatedYear& reference, int year,
                     const std::vector<const StatedYear*>& places, Severity severity = Severity::error) {
    Draft draft = sink.draft();
    draft.severity = severity;
    draft.expected = fmt::format("{}年", reference.year);
    draft.actual = fmt::format("{}年", year);
    draft.working = {
        fmt::format("本报告年度为 {} 年，{} 处结构位置写作 {} 年", reference.year, places.size(), year),
        fmt::format("the report is on {}; {} of its titles or headings say {}", reference.year, places.size(), year)};
    draft.key = fmt::format("{} {}", reference.year, year);
    for (const StatedYear* place : places) {
      if (draft.evidence.size() < kEvidence) draft.evidence.push_back(spot_of_year(view, *place, place->slot));
    }
    draft.evidence.push_back(spot_of_year(view, reference, "year"));
    sink.report(std::move(draft));
  }

  static Spot spot_of_year(const DocumentView& view, const StatedYear& stated, std::string_view role) {
    return spot_at(stated.passage, clause_of(view.text.passages[stated.passage].text, stated.span), stated.span, role);
  }

  ByGenre subject_;
  ByGenre except_;
  std::vector<std::string> unless_;
};

}  // namespace

std::unique_ptr<Check> make_period_year_mix(Params& params) { return std::make_unique<PeriodYearMix>(params); }

}  // namespace gouji::check
