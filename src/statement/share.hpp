// Statements of share: «A a万元，占X的p%», «A a万元，占p%» in a list whose total is known.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "statement/partition.hpp"

namespace gouji::statement {

struct ShareStatement {
  std::uint32_t passage = 0;
  text::Span sentence;
  std::uint32_t part = docx::kNone;  // fact indices
  std::uint32_t percent = docx::kNone;
  std::string whole_name;             // «占X的»: X; empty when not named
  std::uint32_t whole = docx::kNone;  // the figure it must be a share of; kNone = not settled
  std::vector<std::uint32_t> others;  // figures that may be the whole as well: silent when one of them fits
  bool whole_is_certain = false;
};

[[nodiscard]] std::vector<ShareStatement> find_shares(const text::TextModel& model, const facts::FactTable& facts,
                                                      const lexicon::Lexicon& lexicon,
                                                      const std::vector<Sentence>& sentences,
                                                      const std::vector<Partition>& partitions, const Budget& budget);

}  // namespace gouji::statement
