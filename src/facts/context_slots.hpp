// Structural slots of a document: cover lines, titles, form lines, headings, table titles. Stage-internal.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "facts/context.hpp"

namespace gouji::facts {

/// All that the readers of slots look at.
struct ContextSource {
  const docx::Document& document;
  const text::TextModel& model;
  const FactTable& facts;
  const lexicon::Lexicon& lexicon;
};

/// Passages of the cover: from the start to the first numbered heading or full sentence, contents left out.
[[nodiscard]] std::vector<std::uint32_t> cover_passages(const ContextSource& source);

/// The one year that a passage states without a month; several years, or a stretch of years, give `is_multiple`.
struct PassageYear {
  int year = 0;
  text::Span span;
  bool is_multiple = false;
};
[[nodiscard]] PassageYear year_of(const ContextSource& source, std::uint32_t passage);

/// Years of 评价年度：… and the like.
void read_form_years(const ContextSource& source, std::vector<StatedYear>& years);
/// Years of titles, headings, table titles, headers and the table of contents.
void read_slot_years(const ContextSource& source, const std::vector<std::uint32_t>& cover,
                     std::vector<StatedYear>& years);
/// Sets filing_date and is_filing_stated.
void read_filing_date(const ContextSource& source, const std::vector<std::uint32_t>& cover, DocumentContext& context);

}  // namespace gouji::facts
