// SPDX-License-Identifier: Apache-2.0
#include "facts/genre.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.hpp"

namespace gouji::facts {
namespace {

using Text = std::string_view;

/// Sections and captions that only one kind of report has, by kind.
constexpr std::array<std::pair<const char*, const char*>, 11> kSigns{{{"audit", "sign_audit"},
                                                                      {"budget", "sign_budget"},
                                                                      {"final-accounts", "sign_final_accounts"},
                                                                      {"government-budget", "sign_government_budget"},
                                                                      {"procurement-assets", "sign_procurement_assets"},
                                                                      {"project-evaluation", "sign_project_evaluation"},
                                                                      {"score-table", "sign_score_table"},
                                                                      {"self-evaluation", "sign_self_evaluation"},
                                                                      {"special-fund", "sign_special_fund"},
                                                                      {"target-form", "sign_target_form"},
                                                                      {"work-report", "sign_work_report"}}};

}  // namespace

const std::vector<std::string>& genre_names() {
  static const std::vector<std::string> kNames = [] {
    std::vector<std::string> names;
    for (const auto& [genre, word_class] : kSigns) names.emplace_back(genre);
    return names;
  }();
  return kNames;
}

std::string genre_of_title(Text title, const lexicon::Lexicon& lexicon) {
  // the narrower kinds come first
  if (lexicon.contains("title_work_report", title)) return "work-report";
  if (lexicon.contains("title_audit", title)) return "audit";
  if (lexicon.contains("title_target_form", title)) return "target-form";
  if (lexicon.contains("title_score_table", title)) return "score-table";
  if (lexicon.contains("title_evaluation", title)) {
    if (lexicon.contains("title_whole", title)) return "self-evaluation";
    if (lexicon.contains("title_special_fund", title)) return "special-fund";
    return lexicon.contains("title_project", title) ? "project-evaluation" : "self-evaluation";
  }
  if (lexicon.contains("title_government_budget", title)) return "government-budget";
  if (lexicon.contains("title_final_accounts", title)) return "final-accounts";
  if (lexicon.contains("title_budget", title)) return "budget";
  if (lexicon.contains("title_procurement_assets", title)) return "procurement-assets";
  return "unknown";
}

std::string genre_of_body(const docx::Document& document, const text::TextModel& model,
                          const lexicon::Lexicon& lexicon) {
  std::array<std::size_t, kSigns.size()> found{};
  std::array<std::vector<bool>, kSigns.size()> seen;
  const auto look = [&](Text text) {
    for (std::size_t kind = 0; kind < kSigns.size(); ++kind) {
      const lexicon::ClassId id = lexicon.class_id(kSigns[kind].second);
      if (id == lexicon::kNoClass) continue;
      const auto& words = lexicon.words(id);
      seen[kind].resize(words.size());
      for (std::size_t word = 0; word < words.size(); ++word) {
        if (seen[kind][word] || text.find(words[word]) == Text::npos) continue;
        seen[kind][word] = true;
        ++found[kind];
      }
    }
  };
  constexpr std::size_t kMostCharacters = 40;
  for (std::size_t index = 0; index < model.passages.size(); ++index) {
    const text::Passage& passage = model.passages[index];
    if (passage.is_toc || passage.text.empty()) continue;
    const bool is_short = utf8::count(passage.text) <= kMostCharacters;
    const bool is_before_table =
        index + 1 < model.passages.size() && !passage.in_table() && model.passages[index + 1].in_table();
    const bool is_label = passage.in_table() && document.tables[passage.table].cells[passage.cell].column <= 1;
    if (is_short && (passage.heading_level > 0 || is_before_table || is_label)) look(passage.text);
  }
  std::size_t best = 0;
  for (std::size_t kind = 1; kind < found.size(); ++kind) {
    if (found[kind] > found[best]) best = kind;
  }
  const auto rivals = std::count(found.begin(), found.end(), found[best]);
  return found[best] >= 2 && rivals == 1 ? kSigns[best].first : "unknown";
}

}  // namespace gouji::facts
