// What one character is to the folding, without a look at its neighbours.
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace gouji::text {

inline constexpr char32_t kDropped = 0;

/// The character as folded text writes it: digits, letters and number marks half width, brackets ( ) full width,
/// every kind of blank ' ', tab '\t', line break '\n'; kDropped for marks that nobody sees.
[[nodiscard]] char32_t fold_character(char32_t code);

[[nodiscard]] inline bool is_digit(char32_t code) { return code >= U'0' && code <= U'9'; }
[[nodiscard]] inline bool is_letter(char32_t code) {
  return (code >= U'a' && code <= U'z') || (code >= U'A' && code <= U'Z') || (code >= 0xC0 && code < 0x250);
}
[[nodiscard]] inline bool is_ascii_word(char32_t code) { return code < 0x80 && (is_digit(code) || is_letter(code)); }
[[nodiscard]] inline bool is_blank(char32_t code) { return code == U' ' || code == U'\t' || code == U'\n'; }

}  // namespace gouji::text
