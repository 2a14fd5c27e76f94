// What an identity rule says, read from its Params and proved consistent; and which term a label names.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "check/check.hpp"
#include "check/formula.hpp"
#include "check/relation_pattern.hpp"

namespace gouji::check {

enum class Region { sentence, paragraph, section, row, table };

struct IdentityTerm {
  std::string name;
  std::vector<std::string> words;
  std::vector<std::string> excluded;
};

/// A sum of terms that must equal a term.
struct Sum {
  struct Part {
    std::size_t term = 0;  // index in IdentityRule::terms
    bool negative = false;
    bool optional = false;
  };
  std::vector<Part> parts;
  std::size_t total = 0;
};

struct IdentityRule {
  std::vector<IdentityTerm> terms;
  std::vector<Sum> sums;    // each is judged wherever its terms are complete
  std::vector<Sum> others;  // `or`: with the same total, one that holds is enough
  std::vector<RelationPattern> patterns;
  std::vector<Region> within;
  std::vector<lexicon::ClassId> unless;
  std::vector<lexicon::ClassId> unless_labels;    // only when the terms come from labels
  std::vector<lexicon::ClassId> unless_pattern;   // only when the terms come from a pattern
  std::vector<std::size_t> subjects;              // terms that may carry the subject of those behind them
  std::vector<std::size_t> unless_stated;         // terms that must not be stated near by
  std::vector<std::size_t> alternatives;          // `try`: terms for which another figure of the paragraph may be meant
  std::vector<Sum> unopened;                      // income − expense == closing, without an opening balance
  std::vector<lexicon::ClassId> unopened_unless;  // words anywhere in the document that make it void
  bool is_double_table = false;
  std::vector<std::string> when_also;
  lexicon::ClassId filler = lexicon::kNoClass;  // words that may stand around a term in its label
  lexicon::ClassId head = lexicon::kNoClass;
  lexicon::ClassId tail = lexicon::kNoClass;
  lexicon::ClassId scope = lexicon::kNoClass;
};

/// Faults go to params.
[[nodiscard]] IdentityRule read_identity(Params& params);

/// Which term the text right before a figure (or a row label, or a column header) names.
struct TermMatch {
  std::size_t term = static_cast<std::size_t>(-1);
  bool is_qualified = false;  // something unknown stands before it: 项目|支出
  std::string word;
  std::string subject;  // what stands before the word, when it is qualified
  [[nodiscard]] bool found() const { return term != static_cast<std::size_t>(-1); }
};
[[nodiscard]] TermMatch match_term(const IdentityRule& rule, const lexicon::Lexicon& lexicon, std::string_view label);

}  // namespace gouji::check
