// SPDX-License-Identifier: Apache-2.0
#include "engine/reading.hpp"

#include <cstdint>
#include <utility>

namespace gouji::engine {
namespace {

std::uint64_t footprint(const text::TextModel& model) {
  std::uint64_t bytes = model.passages.size() * sizeof(text::Passage);
  for (const text::Passage& passage : model.passages) {
    bytes += passage.text.size() + passage.segments.size() * sizeof(text::Segment);
  }
  return bytes;
}

std::uint64_t footprint(const facts::FactTable& table) {
  return table.facts.size() * sizeof(facts::Fact) + table.tokens.size() * sizeof(facts::Token);
}

}  // namespace

Reading read(docx::Document document, const lexicon::Lexicon& lexicon, const Budget& budget) {
  Reading reading;
  reading.document = std::move(document);
  reading.text = text::fold_document(reading.document);
  if (budget.is_spent() || !budget.take_memory(footprint(reading.text))) return reading;
  reading.facts = facts::scan(reading.text, lexicon, budget);
  if (budget.is_spent() || !budget.take_memory(footprint(reading.facts))) return reading;
  reading.tables = table::read_tables(reading.document, reading.text, lexicon, reading.facts, budget);
  if (budget.is_spent()) return reading;
  reading.context = facts::read_context(reading.document, reading.text, reading.facts, lexicon);
  reading.statements = statement::read_statements(reading.text, reading.facts, lexicon, budget);
  if (budget.is_spent()) return reading;
  reading.quantities = quantity::read_quantities(
      {reading.text, reading.facts, reading.tables, reading.context, reading.statements, lexicon, budget});
  if (budget.is_spent() || !budget.take_memory(reading.quantities.all.size() * sizeof(quantity::Quantity)))
    return reading;
  reading.score_forms = table::read_score_forms(reading.document, reading.text, lexicon, reading.facts, budget);
  return reading;
}

}  // namespace gouji::engine
