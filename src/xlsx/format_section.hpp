// One section of a number format ("#,##0.00", "yyyy"年"m"月"") cut into tokens.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gouji::xlsx {

enum class TokenKind { literal, digit, point, comma, percent, exponent, date, text, general };

struct FormatToken {
  TokenKind kind = TokenKind::literal;
  std::string text;  // literal: what is shown; digit: "0", "#" or "?"; date: "yyyy", "m", "[h]", "AM/PM"
};

struct FormatSection {
  std::vector<FormatToken> tokens;
  std::string condition;  // ">=", "<"…; empty for none
  std::string bound;
  bool is_date = false;
};

/// The sections between the semicolons.
[[nodiscard]] std::vector<FormatSection> read_format(std::string_view code);

}  // namespace gouji::xlsx
