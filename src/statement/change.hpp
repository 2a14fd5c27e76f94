// Statements of change: «较上年增加Δ，增长r%», «由A增至B», with the level they speak of and the base they compare to.
// In: sentences and facts. Out: what the text states, unjudged; the change checks do the arithmetic.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "statement/sentence.hpp"

namespace gouji::statement {

enum class Direction { none, up, down };

struct ChangeStatement {
  std::uint32_t passage = 0;
  text::Span sentence;
  text::Span span;                   // from the comparing word to the last figure
  std::uint32_t now = docx::kNone;   // fact indices; kNone = not stated
  std::uint32_t base = docx::kNone;  // explicit level of the period compared to
  std::uint32_t delta = docx::kNone;
  std::uint32_t rate = docx::kNone;
  std::vector<std::uint32_t> other_now;  // further levels it may speak of: silent when one of them fits
  Direction delta_direction = Direction::none;
  Direction rate_direction = Direction::none;
  text::Span delta_word;
  text::Span rate_word;
  bool now_is_certain = false;  // same clause, or the head of the sentence by construction
  bool is_guessed = false;      // the level stands in a sentence before and the clause does not name it
  bool is_escaped = false;      // 同口径, 剔除…: the base is not the printed one
};

[[nodiscard]] std::vector<ChangeStatement> find_changes(const text::TextModel& model, const facts::FactTable& facts,
                                                        const lexicon::Lexicon& lexicon,
                                                        const std::vector<Sentence>& sentences, const Budget& budget);

}  // namespace gouji::statement
