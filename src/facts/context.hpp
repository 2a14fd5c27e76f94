// What the document says of itself: title, kind of report, evaluated year, filing date. Read from structural slots
// (cover, title, form lines), never from comparisons in the body.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "facts/fact.hpp"

namespace gouji::facts {

/// A year stated in a structural slot: cover line, title, heading, table title, header, form line.
struct StatedYear {
  int year = 0;
  std::uint32_t passage = 0;
  text::Span span;
  std::string slot;  // "title", "form", "heading", "table", "header", "toc", "body"
};

struct DocumentContext {
  std::string title;
  std::uint32_t title_passage = docx::kNone;
  std::string genre = "unknown";  // self-evaluation, project-evaluation, special-fund, final-accounts, budget,
                                  // government-budget, procurement-assets, audit, work-report, score-table, target-form
  int fiscal_year = 0;            // evaluated year (or budget year); 0 = not stated or contradictory
  std::vector<StatedYear> years;
  std::uint32_t filing_date = docx::kNone;  // fact index of 填报日期 / 公开日期 / 成文日期
  bool is_filing_stated = false;            // by its form line or on the cover; else it is the last line that is a date
  bool has_rounding_note = false;           // 部分数据因四舍五入…: T7
  std::uint32_t rounding_note_passage = docx::kNone;
};

[[nodiscard]] DocumentContext read_context(const docx::Document& document, const text::TextModel& model,
                                           const FactTable& facts, const lexicon::Lexicon& lexicon);

}  // namespace gouji::facts
