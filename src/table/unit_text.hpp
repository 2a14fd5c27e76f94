// Finds the unit that a header cell, a caption or a line near the table declares.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "lexicon/lexicon.hpp"
#include "text/passage.hpp"

namespace gouji::table {

struct DeclaredUnit {
  const lexicon::Unit* unit = nullptr;
  text::Span span;        // the unit word
  bool is_price = false;  // 元/亩, 元/人·月
  [[nodiscard]] bool found() const { return unit != nullptr; }
};

/// «单位：万元», «（单位：元）», «金额单位：元».
[[nodiscard]] DeclaredUnit unit_after_word(std::string_view text, const lexicon::Lexicon& lexicon);
/// «金额（万元）», «占比（%）», «单价（元/亩）».
[[nodiscard]] DeclaredUnit unit_in_brackets(std::string_view text, const lexicon::Lexicon& lexicon);
/// Any of the two, or a text that is nothing but a unit.
[[nodiscard]] DeclaredUnit unit_of_header(std::string_view text, const lexicon::Lexicon& lexicon);

}  // namespace gouji::table
