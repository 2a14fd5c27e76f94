// Sentences with at least one fact; statement parsers look only at passages that have two.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "statement/sentence.hpp"

namespace gouji::statement {

[[nodiscard]] std::vector<Sentence> all_sentences_of(const text::TextModel& model, const facts::FactTable& facts);

}  // namespace gouji::statement
