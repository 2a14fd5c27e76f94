// UTF-8 by hand for text that is already valid (the docx stage guarantees it).
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace gouji::utf8 {

/// Bytes of the character that starts with `lead`; 1 for a stray byte.
[[nodiscard]] inline std::size_t length(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  return byte < 0x80 ? 1 : byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

/// The code point at `at`; U+FFFD where the text ends inside it.
[[nodiscard]] char32_t decode(std::string_view text, std::size_t at);
/// Start of the character before `at` (at > 0).
[[nodiscard]] std::size_t previous(std::string_view text, std::size_t at);
[[nodiscard]] std::uint32_t count(std::string_view text);
void append(std::string& out, char32_t code_point);
/// Columns on a terminal: East Asian wide and full width count 2, combining marks 0.
[[nodiscard]] std::size_t display_width(std::string_view text);
/// A Chinese character (unified ideographs, 〇, extension A and the supplementary planes).
[[nodiscard]] bool is_han(char32_t code_point);
/// UTF-16 without its mark; what is damaged becomes U+FFFD.
[[nodiscard]] std::string from_utf16(std::string_view bytes, bool is_big_endian);
/// Damaged bytes replaced by U+FFFD.
[[nodiscard]] std::string sanitize(std::string_view bytes);

}  // namespace gouji::utf8
