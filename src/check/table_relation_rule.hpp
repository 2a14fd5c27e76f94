// What a table_relation rule says, read from its Params and proved consistent.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "check/check.hpp"
#include "check/formula.hpp"
#include "check/table_terms.hpp"

namespace gouji::check {

struct TableRelationRule {
  std::vector<ColumnTerm> terms;  // the judged one first
  std::vector<Formula> readings;  // `require`, then `readings`
  std::vector<Formula> others;    // `or`
  std::vector<lexicon::ClassId> unless;
  std::vector<std::string> skipped_rows;  // words of a row label
  std::string severity;                   // severity word; «rule» = that of the rule file
  Bilingual message;
};

/// Faults go to params; no readings when the rule is faulty.
[[nodiscard]] TableRelationRule read_table_relation(Params& params);

}  // namespace gouji::check
