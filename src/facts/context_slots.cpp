// SPDX-License-Identifier: Apache-2.0
#include "facts/context_slots.hpp"

#include <algorithm>
#include <string_view>

#include "base/utf8.hpp"
#include "text/heading.hpp"

namespace gouji::facts {
namespace {

using Text = std::string_view;

constexpr std::uint32_t kCoverPassages = 30;
constexpr std::uint32_t kSignaturePassages = 12;
constexpr std::uint32_t kTitleCharacters = 45;
constexpr std::uint32_t kSignatureCharacters = 18;
constexpr std::size_t kSlotGapBytes = 24;  // between the word of a slot and its date: «（盖章）：»
constexpr std::uint32_t kTitleRows = 3;    // a table's own title stands in its first rows

bool is_short(const text::Passage& passage, std::uint32_t most) {
  return !passage.text.empty() && passage.text.size() <= std::size_t{most} * 4 && utf8::count(passage.text) <= most;
}

bool is_sentence(const text::Passage& passage) { return passage.text.find("。") != std::string::npos; }

bool is_numbered_heading(const text::Passage& passage) {
  return passage.heading_level > 0 && text::marker_of(passage).has_value();
}

/// Fact index of the first date at or behind `from` within `bytes`; kNone when none starts there.
std::uint32_t date_behind(const ContextSource& source, std::uint32_t passage, std::size_t from, std::size_t bytes) {
  const Range range = source.facts.facts_of[passage];
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    const Fact& fact = source.facts.facts[i];
    if (fact.span.begin < from) continue;
    if (fact.span.begin > from + bytes) break;
    const Text between = Text(source.model.passages[passage].text).substr(from, fact.span.begin - from);
    for (const Text stop : {"。", "；", "，", "、"}) {
      if (between.find(stop) != Text::npos) return docx::kNone;
    }
    if (fact.kind == FactKind::date) return i;
  }
  return docx::kNone;
}

/// The date that belongs to a word of the class in this passage: behind it, or in the next cell of the row.
std::uint32_t date_of_slot(const ContextSource& source, std::uint32_t index, const std::string& word) {
  const text::Passage& passage = source.model.passages[index];
  const std::size_t found = passage.text.find(word);
  if (found == std::string::npos) return docx::kNone;
  const std::size_t behind = found + word.size();
  const std::uint32_t here = date_behind(source, index, behind, kSlotGapBytes);
  if (here != docx::kNone || !passage.in_table() || behind + 12 < passage.text.size()) return here;
  if (index + 1 >= source.model.passages.size()) return docx::kNone;
  const text::Passage& next = source.model.passages[index + 1];
  return next.table == passage.table ? date_behind(source, index + 1, 0, 0) : docx::kNone;
}

template <class Visit>
void for_each_slot(const ContextSource& source, Text class_name, Visit visit) {
  const lexicon::ClassId id = source.lexicon.class_id(class_name);
  if (id == lexicon::kNoClass) return;
  for (std::uint32_t index = 0; index < source.model.passages.size(); ++index) {
    const text::Passage& passage = source.model.passages[index];
    if (passage.is_toc || passage.story == docx::StoryKind::comment) continue;
    for (const std::string& word : source.lexicon.words(id)) {
      const std::uint32_t fact = date_of_slot(source, index, word);
      if (fact == docx::kNone) continue;
      visit(fact);
      break;
    }
  }
}

/// A line that is nothing but a date of day or month, for a signature or a cover.
std::uint32_t lone_date(const ContextSource& source, std::uint32_t index) {
  const text::Passage& passage = source.model.passages[index];
  if (passage.in_table() || passage.story != docx::StoryKind::body || !is_short(passage, kSignatureCharacters))
    return docx::kNone;
  const Range range = source.facts.facts_of[index];
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    const Fact& fact = source.facts.facts[i];
    const bool is_date = fact.kind == FactKind::date && fact.date.year != 0 && fact.date.month != 0 &&
                         fact.date_end.month == 0 && fact.date.is_valid;
    if (is_date && fact.span.begin <= 3 && fact.span.end + 3 >= passage.text.size()) return i;
  }
  return docx::kNone;
}

/// The title of a table: a short line in front of it, or one of its first cells.
bool is_table_title(const ContextSource& source, std::uint32_t index) {
  const text::Passage& passage = source.model.passages[index];
  if (!is_short(passage, kTitleCharacters) || is_sentence(passage)) return false;
  if (passage.in_table()) {
    const docx::Cell& cell = source.document.tables[passage.table].cells[passage.cell];
    if (cell.row >= kTitleRows) return false;
    const PassageYear year = year_of(source, index);
    const bool is_lone = year.year != 0 && year.span.begin <= 3 && year.span.end + 3 >= passage.text.size();
    return (is_lone && passage.text.find("年度") != std::string::npos && cell.column_span > 1) ||
           (cell.row == 0 && cell.column_span > 1 && passage.text.find("表") != std::string::npos);
  }
  if (passage.text.find("表") == std::string::npos) return false;
  for (std::uint32_t next = index + 1; next < source.model.passages.size() && next <= index + 3; ++next) {
    const text::Passage& other = source.model.passages[next];
    if (other.in_table()) return true;
    if (is_sentence(other)) return false;
  }
  return false;
}

}  // namespace

std::vector<std::uint32_t> cover_passages(const ContextSource& source) {
  std::vector<std::uint32_t> cover;
  const auto& passages = source.model.passages;
  for (std::uint32_t index = 0; index < passages.size() && index < kCoverPassages; ++index) {
    const text::Passage& passage = passages[index];
    if (passage.is_toc || passage.text.empty()) continue;
    if (passage.story != docx::StoryKind::body || is_numbered_heading(passage) || is_sentence(passage)) break;
    if (passage.text == "目录" || passage.text == "目 录") break;
    cover.push_back(index);
  }
  return cover;
}

PassageYear year_of(const ContextSource& source, std::uint32_t passage) {
  PassageYear result;
  const Range range = source.facts.facts_of[passage];
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    const Fact& fact = source.facts.facts[i];
    if (fact.kind != FactKind::date || fact.date.year == 0) continue;
    const bool is_stretch = fact.date_end.year != 0 && fact.date_end.year != fact.date.year;
    if (is_stretch || (result.year != 0 && result.year != fact.date.year)) result.is_multiple = true;
    if (result.year != 0 || fact.date.month != 0 || !fact.date.is_valid || fact.date_end.year != 0) continue;
    result.year = fact.date.year;
    result.span = fact.span;
  }
  if (result.is_multiple) result.year = 0;
  return result;
}

void read_form_years(const ContextSource& source, std::vector<StatedYear>& years) {
  for_each_slot(source, "slot_year", [&](std::uint32_t index) {
    const Fact& fact = source.facts.facts[index];
    if (fact.date.year == 0 || !fact.date.is_valid) return;
    if (fact.date_end.year != 0 && fact.date_end.year != fact.date.year) return;
    years.push_back({fact.date.year, fact.passage, fact.span, "form"});
  });
}

void read_slot_years(const ContextSource& source, const std::vector<std::uint32_t>& cover,
                     std::vector<StatedYear>& years) {
  const auto add = [&](std::uint32_t index, const char* slot) {
    const PassageYear year = year_of(source, index);
    if (year.year == 0) return;
    const bool is_known = std::any_of(years.begin(), years.end(), [&](const StatedYear& stated) {
      return stated.passage == index && stated.span.begin == year.span.begin;
    });
    if (!is_known) years.push_back({year.year, index, year.span, slot});
  };
  const lexicon::ClassId title_word = source.lexicon.class_id("title_word");
  for (const std::uint32_t index : cover) {
    const text::Passage& passage = source.model.passages[index];
    if (passage.in_table() || !is_short(passage, kTitleCharacters)) continue;
    const PassageYear year = year_of(source, index);
    const bool is_lone = year.year != 0 && year.span.begin <= 3 && year.span.end + 3 >= passage.text.size();
    // a lone 2024年 may be the year of printing; a lone 2023年度 is not
    if ((is_lone && passage.text.find("年度") != std::string::npos) ||
        source.lexicon.contains(title_word, passage.text)) {
      add(index, "title");
    }
  }
  for (std::uint32_t index = 0; index < source.model.passages.size(); ++index) {
    const text::Passage& passage = source.model.passages[index];
    if (passage.is_toc) {
      add(index, "toc");
    } else if (passage.story == docx::StoryKind::header || passage.story == docx::StoryKind::footer) {
      add(index, "header");
    } else if (is_table_title(source, index)) {
      add(index, "table");
    } else if (passage.heading_level > 0 && is_short(passage, kTitleCharacters) && !is_sentence(passage)) {
      add(index, "heading");
    }
  }
}

void read_filing_date(const ContextSource& source, const std::vector<std::uint32_t>& cover, DocumentContext& context) {
  for_each_slot(source, "slot_filing", [&](std::uint32_t index) {
    const DateValue& date = source.facts.facts[index].date;
    if (context.filing_date == docx::kNone && date.year != 0 && date.month != 0 && date.is_valid)
      context.filing_date = index;
  });
  for (std::size_t i = 0; i < cover.size() && context.filing_date == docx::kNone; ++i) {
    context.filing_date = lone_date(source, cover[i]);
  }
  context.is_filing_stated = context.filing_date != docx::kNone;
  // The signature stands at the end, or in front of the first annex; the last line that is a date is taken.
  std::uint32_t seen = 0;
  for (auto index = static_cast<std::uint32_t>(source.model.passages.size());
       index-- > 0 && seen < kSignaturePassages && context.filing_date == docx::kNone;) {
    const text::Passage& passage = source.model.passages[index];
    if (passage.story != docx::StoryKind::body || passage.text.empty()) continue;
    ++seen;
    context.filing_date = lone_date(source, index);
  }
}

}  // namespace gouji::facts
