// SPDX-License-Identifier: Apache-2.0
#include "statement/statements.hpp"

namespace gouji::statement {

Statements read_statements(const text::TextModel& model, const facts::FactTable& facts, const lexicon::Lexicon& lexicon,
                           const Budget& budget) {
  Statements out;
  out.sentences = sentences_of(model, facts);
  out.partitions = find_partitions(model, facts, lexicon, out.sentences, budget);
  out.changes = find_changes(model, facts, lexicon, out.sentences, budget);
  out.shares = find_shares(model, facts, lexicon, out.sentences, out.partitions, budget);
  out.count_lists = find_count_lists(model, facts, lexicon, out.sentences, budget);
  if (budget.is_spent()) return out;
  out.loose_sums = find_loose_sums(model, facts, lexicon, out.sentences, out.changes);
  return out;
}

}  // namespace gouji::statement
