// One document taken through all stages up to the checks: everything that a DocumentView points to, in one place.
// SPDX-License-Identifier: Apache-2.0
#pragma once

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

  [[nodiscard]] check::DocumentView view(const lexicon::Lexicon& lexicon) const {
    return {document, text, facts, tables, context, statements, quantities, lexicon};
  }
};

[[nodiscard]] Reading read(docx::Document document, const lexicon::Lexicon& lexicon);

}  // namespace gouji::engine
