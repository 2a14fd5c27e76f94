// All statements of one document, read once and shared by the checks.
// In: folded text, facts (table units inherited), lexicon. Out: check::DocumentView.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "statement/change.hpp"
#include "statement/count_list.hpp"
#include "statement/loose_sum.hpp"
#include "statement/partition.hpp"
#include "statement/share.hpp"

namespace gouji::statement {

struct Statements {
  std::vector<Sentence> sentences;
  std::vector<Partition> partitions;
  std::vector<ChangeStatement> changes;
  std::vector<ShareStatement> shares;
  std::vector<CountList> count_lists;
  std::vector<LooseSum> loose_sums;
};

[[nodiscard]] Statements read_statements(const text::TextModel& model, const facts::FactTable& facts,
                                         const lexicon::Lexicon& lexicon, const Budget& budget);

}  // namespace gouji::statement
