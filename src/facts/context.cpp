// SPDX-License-Identifier: Apache-2.0
#include "facts/context.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <string_view>

#include "base/utf8.hpp"
#include "facts/context_body.hpp"
#include "facts/context_slots.hpp"
#include "facts/genre.hpp"

namespace gouji::facts {
namespace {

using Text = std::string_view;

constexpr std::uint32_t kTitleCharacters = 60;
constexpr int kTellingSlots = 4;  // headings and table titles that speak against a title
constexpr int kNearYears = 2;

void read_title(const ContextSource& source, const std::vector<std::uint32_t>& cover, DocumentContext& context) {
  std::uint32_t fallback = docx::kNone;
  std::string lines;
  for (const std::uint32_t index : cover) {
    const text::Passage& passage = source.model.passages[index];
    if (passage.in_table() || utf8::count(passage.text) > kTitleCharacters ||
        passage.text.find("：") != std::string::npos)
      continue;
    lines += passage.text;
    const docx::Paragraph& paragraph = source.document.paragraphs[passage.first_paragraph];
    if (fallback == docx::kNone && (paragraph.centered || passage.heading_level > 0)) fallback = index;
    if (genre_of_title(passage.text, source.lexicon) == "unknown" &&
        !source.lexicon.contains("title_word", passage.text))
      continue;
    context.title_passage = index;
    break;
  }
  if (context.title_passage == docx::kNone) context.title_passage = fallback;
  if (context.title_passage == docx::kNone) return;
  context.title = source.model.passages[context.title_passage].text;
  context.genre = genre_of_title(context.title, source.lexicon);
  // «2023年度» | «整体支出绩效» | «自评报告» on lines of their own
  if (context.genre == "unknown") context.genre = genre_of_title(lines, source.lexicon);
}

bool is_own_statement(const StatedYear& stated) { return stated.slot == "form" || stated.slot == "title"; }

/// The year most of these slots state; on a tie the earliest stated of them.
template <class Accept>
int most_stated(const std::vector<StatedYear>& years, Accept accept) {
  std::map<int, int> count;
  for (const StatedYear& stated : years) {
    if (accept(stated)) ++count[stated.year];
  }
  int best = 0;
  for (const StatedYear& stated : years) {
    if (accept(stated) && (best == 0 || count[stated.year] > count[best])) best = stated.year;
  }
  return best;
}

bool all_agree(const std::vector<StatedYear>& years, int year, bool only_own) {
  return std::all_of(years.begin(), years.end(), [&](const StatedYear& stated) {
    return stated.year == year || (only_own && !is_own_statement(stated));
  });
}

/// The year of a single title that nothing else in the report bears out; 0 = the title may stand.
int year_against_title(const ContextSource& source, std::vector<StatedYear>& years, int own) {
  if (std::count_if(years.begin(), years.end(), is_own_statement) != 1) return 0;
  std::map<int, int> count;
  for (const StatedYear& stated : years) {
    if (!is_own_statement(stated)) ++count[stated.year];
  }
  if (count[own] == 0) {
    for (const auto& [year, times] : count) {
      if (times >= kTellingSlots && std::abs(year - own) <= kNearYears) return year;
    }
  }
  const auto body = year_of_body(source, own);
  if (!body || count[own] > count[body->year]) return 0;
  years.push_back(*body);
  return body->year;
}

int fiscal_year_of(const ContextSource& source, DocumentContext& context) {
  std::vector<StatedYear>& years = context.years;
  const int own = most_stated(years, is_own_statement);
  const bool has_form =
      std::any_of(years.begin(), years.end(), [](const StatedYear& stated) { return stated.slot == "form"; });
  if (context.title_passage != docx::kNone && year_of(source, context.title_passage).is_multiple && !has_form) return 0;
  if (own != 0) {
    if (all_agree(years, own, true)) {
      const int other = has_form ? 0 : year_against_title(source, years, own);
      return other != 0 ? other : own;
    }
    return most_stated(years, [](const StatedYear&) { return true; });
  }
  const int other = most_stated(years, [](const StatedYear&) { return true; });
  return all_agree(years, other, false) ? other : 0;
}

}  // namespace

DocumentContext read_context(const docx::Document& document, const text::TextModel& model, const FactTable& facts,
                             const lexicon::Lexicon& lexicon) {
  const ContextSource source{document, model, facts, lexicon};
  DocumentContext context;
  const std::vector<std::uint32_t> cover = cover_passages(source);
  read_title(source, cover, context);
  if (context.genre == "unknown") context.genre = genre_of_body(document, model, lexicon);
  read_form_years(source, context.years);
  read_slot_years(source, cover, context.years);
  context.fiscal_year = fiscal_year_of(source, context);
  read_filing_date(source, cover, context);
  const lexicon::ClassId note = lexicon.class_id("rounding_note");
  for (std::uint32_t index = 0; note != lexicon::kNoClass && index < model.passages.size(); ++index) {
    if (!lexicon.contains(note, model.passages[index].text)) continue;
    context.has_rounding_note = true;
    context.rounding_note_passage = index;
    break;
  }
  return context;
}

}  // namespace gouji::facts
