// Statements that one figure is made up of others: «T，其中：a、b、c», «T（a、b）», «a、b，合计T».
// In: sentences and facts. Out: total, parts and how closed the list is, unjudged. A part may open a list of its own.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "statement/sentence.hpp"

namespace gouji::statement {

enum class PartitionForm { of_which, brackets, list_then_sum, view, bare };

struct Partition {
  std::uint32_t passage = 0;
  text::Span sentence;
  PartitionForm form = PartitionForm::of_which;
  std::uint32_t total = docx::kNone;  // fact index
  std::vector<std::uint32_t> totals;  // other figures the list may belong to: silent when one of them fits
  std::vector<std::uint32_t> parts;
  std::vector<std::uint32_t> skipped;         // figures among the parts that look like changes or earlier levels
  std::vector<bool> breaks_before;            // a ； or 。 stands before this part
  std::vector<std::uint32_t> outer_siblings;  // parts of the same list that stand behind its closing bracket
  bool is_open = false;                       // 主要, 等, 含…: only Σ ≤ total may be asked
  bool is_nested = false;                     // its total is itself a listed part
  bool total_is_change = false;               // the nearest figure before the list is an increase or decrease
  bool is_second_view = false;                // «；分…看，»: a further split of a total that was split before
  bool crosses_sentence = false;              // list and total stand in different sentences
  bool is_guess = false;                      // nothing but a colon or a 共 says that a list follows
  bool is_short_of = false;  // its total is what is left or saved: the parts may be those of another figure
  std::string doubt;         // why it may not be judged: overlap, levels, roles mixed…
};

[[nodiscard]] std::vector<Partition> find_partitions(const text::TextModel& model, const facts::FactTable& facts,
                                                     const lexicon::Lexicon& lexicon,
                                                     const std::vector<Sentence>& sentences, const Budget& budget);

}  // namespace gouji::statement
