// What a relation rule says, read from its Params and proved consistent.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "check/check.hpp"
#include "check/formula.hpp"
#include "check/relation_pattern.hpp"
#include "check/scope_text.hpp"

namespace gouji::check {

struct RelationRule {
  std::vector<Within> within;
  std::string row_severity;  // severity word for what is found in a table row; empty = that of the rule
  std::vector<RelationPattern> patterns;
  std::vector<std::pair<std::string, Formula>> lets;
  std::vector<Formula> require;   // one, or none when the rule is faulty
  std::string actual;             // capture that is judged; empty = the first figure of the pattern
  std::vector<Formula> expected;  // one, or none when the comparison expects no value
  std::vector<lexicon::ClassId> unless;
  std::vector<std::string> alternatives;  // `try`
  bool is_mixed = false;                  // counts of different things may go into the formula
  std::vector<std::string> diagnose;
  Bilingual message;
};

/// Faults go to params.
[[nodiscard]] RelationRule read_relation(Params& params);

}  // namespace gouji::check
