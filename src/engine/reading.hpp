// One document taken through all stages up to the checks: everything that a DocumentView points to, in one place.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "check/check.hpp"

namespace gouji::engine {

struct Reading {
  docx::Document document;
  text::TextModel text;
  facts::FactTable facts;
  table::TableModel tables;
  facts::DocumentContext context;
  statement::Statements statements;
  quantity::Quantities quantities;
  std::vector<table::ScoreForm> score_forms;

  [[nodiscard]] check::DocumentView view(const lexicon::Lexicon& lexicon, const check::Profile& profile,
                                         std::string_view genre, const Budget& budget) const {
    return {document,   text,    facts,       tables,  context, statements,
            quantities, lexicon, score_forms, profile, genre,   budget};
  }
};

/// Stops early when the budget is spent: what is missing then must not be used.
[[nodiscard]] Reading read(docx::Document document, const lexicon::Lexicon& lexicon, const Budget& budget);

}  // namespace gouji::engine
