// SPDX-License-Identifier: Apache-2.0
#include "engine/reading.hpp"

#include <utility>

namespace gouji::engine {

Reading read(docx::Document document, const lexicon::Lexicon& lexicon) {
  Reading reading;
  reading.document = std::move(document);
  reading.text = text::fold_document(reading.document);
  reading.facts = facts::scan(reading.text, lexicon);
  reading.tables = table::read_tables(reading.document, reading.text, lexicon, reading.facts);
  reading.context = facts::read_context(reading.document, reading.text, reading.facts, lexicon);
  reading.statements = statement::read_statements(reading.text, reading.facts, lexicon);
  reading.quantities = quantity::read_quantities(
      {reading.text, reading.facts, reading.tables, reading.context, reading.statements, lexicon});
  return reading;
}

}  // namespace gouji::engine
