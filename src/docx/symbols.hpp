// What the characters of symbol fonts look like: Wingdings, Webdings, Symbol in the characters of Unicode.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace gouji::docx {

/// A font whose codes below 256 are pictures rather than letters.
[[nodiscard]] bool is_symbol_font(std::string_view font);

/// The character that a code of a symbol font (F0xx or xx) shows; empty if it is not known.
[[nodiscard]] std::string_view symbol_text(std::string_view font, char32_t code);

}  // namespace gouji::docx
