// The grammar of figures: reads one number, Arabic, Chinese or capital, with its magnitude word and unit, at a place.
// In: folded text. Out: value as printed, scale, unit. It never guesses: what does not parse whole is no number.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "base/decimal.hpp"
#include "lexicon/lexicon.hpp"
#include "text/passage.hpp"

namespace gouji::facts {

struct NumberMatch {
  text::Span digits;      // the number itself
  std::uint32_t end = 0;  // behind the unit (or the digits)
  Decimal printed;        // in `unit` (or in 10^n of it when no such unit word exists: see scale)
  Rational scale = 1;     // printed × scale = value in the unit's base
  const lexicon::Unit* unit = nullptr;
  bool is_chinese = false;
  bool is_capital = false;     // 壹贰叁
  bool has_magnitude = false;  // 80万 without a unit behind it
  bool is_malformed = false;   // 1,23.4: digits that are no well-formed number
  bool has_more = false;       // 余/多 between number and unit
};

/// A figure that starts with an ASCII digit at `at`.
[[nodiscard]] std::optional<NumberMatch> match_arabic(std::string_view text, std::uint32_t at,
                                                      const lexicon::Lexicon& lexicon);
/// A figure in Chinese or capital numerals at `at`; only with a unit, a magnitude of money or 百分之 behind or before
/// it.
[[nodiscard]] std::optional<NumberMatch> match_chinese(std::string_view text, std::uint32_t at,
                                                       const lexicon::Lexicon& lexicon);
/// Whole-string value of Chinese numerals: 一百二十三 = 123, 二〇二三 = 2023; nullopt for anything else.
[[nodiscard]] std::optional<std::int64_t> chinese_value(std::string_view numerals);

}  // namespace gouji::facts
