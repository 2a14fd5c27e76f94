// Score tables and indicator trees: levels, targets, actual values, weights and scores, with merged cells told once.
// In: Document, passages, facts. Out: the score and indicator checks. What does not fit the form is left out, never
// guessed.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "facts/fact.hpp"

namespace gouji::table {

/// A number that fills its cell, or that ends a label: 10, 10分, 10%, 产出指标（50分）.
struct ScoreMark {
  std::uint32_t passage = docx::kNone;
  text::Span span;
  Rational value;
  int places = 0;
  bool is_percent = false;
  std::uint32_t row = 0;  // rows that the cell covers
  std::uint32_t row_end = 0;
  [[nodiscard]] bool is_set() const { return passage != docx::kNone; }
};

/// A stretch of rows under one label of one level, with the weight that the label or its own column states.
struct ScoreGroup {
  std::uint32_t level = 0;
  std::uint32_t passage = docx::kNone;
  std::string label;
  std::uint32_t row = 0;
  std::uint32_t row_end = 0;
  ScoreMark weight;
};

/// One indicator row. Passages are kNone where the form has no such column.
struct IndicatorRow {
  std::uint32_t row = 0;
  std::string label;  // all its levels, joined by '/'
  std::uint32_t label_passage = docx::kNone;
  std::uint32_t target = docx::kNone;
  std::uint32_t actual = docx::kNone;
  std::uint32_t reason = docx::kNone;
  std::uint32_t completion = docx::kNone;
  ScoreMark weight;  // of the cell that starts in this row
  ScoreMark score;
  ScoreMark deduction;
  ScoreMark rate;              // 得分率
  bool shares_weight = false;  // the weight covers other rows too, or stands in a row above
};

/// The row 年度资金总额 of the fund block, or the total row.
struct ScoreLine {
  std::uint32_t row = docx::kNone;
  ScoreMark weight;
  ScoreMark score;
  ScoreMark rate;
  [[nodiscard]] bool is_set() const { return row != docx::kNone; }
};

struct ScoreForm {
  std::uint32_t table = 0;
  std::vector<ScoreGroup> groups;  // by level, then by row; the leaves are in `rows`
  std::vector<IndicatorRow> rows;
  ScoreLine fund;
  ScoreLine total;
  bool has_levels = false;  // 一级指标 and 二级指标, or more
  bool has_weights = false;
  bool has_scores = false;
  bool is_blank_weight = false;  // an indicator row has neither a weight nor a part in one
  bool is_blank_score = false;   // a weight has no score
  bool has_bonus = false;        // 加分项 and the like: no closed hundred
  bool is_scaled = false;        // 折算, 加权
  bool may_continue = false;     // another table goes on with it
};

[[nodiscard]] std::vector<ScoreForm> read_score_forms(const docx::Document& document, const text::TextModel& model,
                                                      const lexicon::Lexicon& lexicon, const facts::FactTable& facts,
                                                      const Budget& budget);

}  // namespace gouji::table
