// What a figure is about: the noun phrase before it, its role, scope, period and year.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "facts/fact.hpp"

namespace gouji::facts {

/// Class ids looked up once per document.
struct LabelWords {
  explicit LabelWords(const lexicon::Lexicon& lexicon);
  lexicon::ClassId head, tail, scope, prior, opening, closing, current;
  std::vector<std::pair<lexicon::ClassId, std::string>> roles;  // class, role name
};

/// Sets label, label_text, role, scope, period and year of facts [begin, end), all of one passage, in order.
void label_facts(const text::Passage& passage, const lexicon::Lexicon& lexicon, const LabelWords& words,
                 std::vector<Fact>& facts, std::size_t begin, std::size_t end);

/// Does `text` end (start) with a word of the class? The longest such word's bytes, 0 for none.
[[nodiscard]] std::size_t suffix_of(const lexicon::Lexicon& lexicon, lexicon::ClassId id, std::string_view text);
[[nodiscard]] std::size_t prefix_of(const lexicon::Lexicon& lexicon, lexicon::ClassId id, std::string_view text);

}  // namespace gouji::facts
