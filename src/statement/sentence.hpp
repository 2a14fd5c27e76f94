// Full sentences (to 。！？ or the end of the line; ； does not end one) with their facts, for statement parsers.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/budget.hpp"
#include "facts/fact.hpp"

namespace gouji::statement {

struct Sentence {
  std::uint32_t passage = 0;
  text::Span span;
  facts::Range facts;  // indices in FactTable::facts
  bool starts_passage = false;
};

/// All full sentences of paragraphs and of cells that hold running text, in order.
[[nodiscard]] std::vector<Sentence> sentences_of(const text::TextModel& model, const facts::FactTable& facts);

/// bracket_depth() for places that are asked from left to right, each character looked at once.
class BracketWalk {
 public:
  BracketWalk(std::string_view text, text::Span sentence) : text_(text), sentence_(sentence), at_(sentence.begin) {}
  int depth_at(std::uint32_t place);

 private:
  std::string_view text_;
  text::Span sentence_;
  std::uint32_t at_;
  int depth_ = 0;
};

/// Depth of （） at that place of a sentence.
[[nodiscard]] int bracket_depth(std::string_view text, text::Span sentence, std::uint32_t at);

/// First word of a class in [begin, end); begin == end of the span when there is none. Longest word at the place wins.
[[nodiscard]] text::Span find_word(const lexicon::Lexicon& lexicon, lexicon::ClassId id, std::string_view text,
                                   std::uint32_t begin, std::uint32_t end);
/// Last word of a class that lies in [begin, end).
[[nodiscard]] text::Span find_last_word(const lexicon::Lexicon& lexicon, lexicon::ClassId id, std::string_view text,
                                        std::uint32_t begin, std::uint32_t end);
/// Two figures that may be added or compared: money, or counts of one base unit.
[[nodiscard]] bool same_measure(const facts::Fact& a, const facts::Fact& b);
/// «完成预算15.00万元的82.40%»: what a percentage is taken of is neither a part nor a level.
[[nodiscard]] bool is_denominator(std::string_view text, const std::vector<facts::Fact>& facts, std::uint32_t index);
[[nodiscard]] inline bool found(text::Span span) { return span.end > span.begin; }

}  // namespace gouji::statement
