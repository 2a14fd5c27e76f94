// Which figures of a sentence may be total and parts by their order and punctuation alone; no grammar is read.
// In: a sentence and its facts. Out: hypotheses, unjudged, by how much their form speaks for a list.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "check/check.hpp"
#include "statement/sentence.hpp"

namespace gouji::check {

/// How much speaks for a list besides the arithmetic.
enum class ListForm { plain, joined, opened };

/// «A, B, and C is left»: the last of two parts is called what is left or still owed.
enum class Remainder { none, left, owed };

struct SumHypothesis {
  std::uint32_t total = 0;
  std::vector<std::uint32_t> parts;  // fact indices, in order
  ListForm form = ListForm::plain;
  Remainder rest = Remainder::none;
};

/// All readings of the amounts of one measure as total and contiguous parts, before or behind; what is broken down
/// further counts once. `before` may hold the total of a list that fills its sentence.
[[nodiscard]] std::vector<SumHypothesis> sum_hypotheses(const DocumentView& view, const statement::Sentence& sentence,
                                                        const statement::Sentence* before);

}  // namespace gouji::check
