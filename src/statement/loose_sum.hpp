// Which figures of a sentence may be total and parts by their order and punctuation alone; no grammar is read.
// In: sentences, facts and the changes read from them. Out: readings, unjudged, by how much their form speaks for a
// list.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "statement/change.hpp"
#include "statement/sentence.hpp"

namespace gouji::statement {

/// How much speaks for a list besides the arithmetic.
enum class ListForm { plain, joined, opened };

/// «A, B, and C is left»: the last of two parts is called what is left or still owed.
enum class Remainder { none, left, owed };

struct LooseSum {
  std::uint32_t sentence = 0;  // index in Statements::sentences
  std::uint32_t total = 0;
  std::vector<std::uint32_t> parts;  // fact indices, in order
  ListForm form = ListForm::plain;
  Remainder rest = Remainder::none;
};

/// All readings of the amounts of one measure as total and contiguous parts, before or behind; what is broken down
/// further counts once. A list that fills its sentence may have its total in the one before. In order of sentences.
[[nodiscard]] std::vector<LooseSum> find_loose_sums(const text::TextModel& model, const facts::FactTable& facts,
                                                    const lexicon::Lexicon& lexicon,
                                                    const std::vector<Sentence>& sentences,
                                                    const std::vector<ChangeStatement>& changes);

}  // namespace gouji::statement
