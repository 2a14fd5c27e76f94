// Only characters that reports use; the rest stays unknown and is said so.
// SPDX-License-Identifier: Apache-2.0
#include "docx/symbols.hpp"

#include <algorithm>
#include <array>

namespace gouji::docx {
namespace {

struct Symbol {
  char32_t code;  // without the private use offset F000
  std::string_view text;
};

constexpr std::array<Symbol, 87> kWingdings{{
    {0x21, "✏"}, {0x22, "✂"}, {0x23, "✁"}, {0x28, "☎"}, {0x29, "✆"}, {0x2A, "✉"}, {0x36, "⌛"}, {0x3E, "✇"}, {0x3F, "✍"},
    {0x45, "☜"}, {0x46, "☞"}, {0x47, "☝"}, {0x48, "☟"}, {0x4A, "☺"}, {0x4C, "☹"}, {0x52, "☼"}, {0x6C, "●"}, {0x6D, "❍"},
    {0x6E, "■"}, {0x6F, "□"}, {0x70, "□"}, {0x71, "□"}, {0x72, "□"}, {0x73, "◆"}, {0x74, "◆"}, {0x75, "◆"}, {0x76, "❖"},
    {0x77, "◆"}, {0x80, "⓪"}, {0x81, "①"}, {0x82, "②"}, {0x83, "③"}, {0x84, "④"}, {0x85, "⑤"}, {0x86, "⑥"}, {0x87, "⑦"},
    {0x88, "⑧"}, {0x89, "⑨"}, {0x8A, "⑩"}, {0x8B, "⓿"}, {0x8C, "❶"}, {0x8D, "❷"}, {0x8E, "❸"}, {0x8F, "❹"}, {0x90, "❺"},
    {0x91, "❻"}, {0x92, "❼"}, {0x93, "❽"}, {0x94, "❾"}, {0x95, "❿"}, {0x9E, "·"}, {0x9F, "•"}, {0xA0, "▪"}, {0xA1, "○"},
    {0xA2, "○"}, {0xA3, "○"}, {0xA4, "◉"}, {0xA5, "◎"}, {0xA7, "▪"}, {0xA8, "□"}, {0xAA, "✦"}, {0xAB, "★"}, {0xAC, "✶"},
    {0xAD, "✴"}, {0xAE, "✹"}, {0xAF, "✵"}, {0xD5, "⌫"}, {0xD6, "⌦"}, {0xD8, "➢"}, {0xDC, "➲"}, {0xDF, "←"}, {0xE0, "→"},
    {0xE1, "↑"}, {0xE2, "↓"}, {0xE3, "↖"}, {0xE4, "↗"}, {0xE5, "↙"}, {0xE6, "↘"}, {0xE8, "➔"}, {0xEF, "⇦"}, {0xF0, "⇨"},
    {0xF1, "⇧"}, {0xF2, "⇩"}, {0xFB, "✗"}, {0xFC, "✓"}, {0xFD, "☒"}, {0xFE, "☑"},
}};
constexpr std::array<Symbol, 37> kWingdings2{{
    {0x2A, "□"}, {0x4F, "✗"}, {0x50, "✓"}, {0x51, "☒"}, {0x52, "☑"}, {0x53, "☒"}, {0x54, "☒"}, {0x69, "⓪"},
    {0x6A, "①"}, {0x6B, "②"}, {0x6C, "③"}, {0x6D, "④"}, {0x6E, "⑤"}, {0x6F, "⑥"}, {0x70, "⑦"}, {0x71, "⑧"},
    {0x72, "⑨"}, {0x73, "⑩"}, {0x74, "⓿"}, {0x75, "❶"}, {0x76, "❷"}, {0x77, "❸"}, {0x78, "❹"}, {0x79, "❺"},
    {0x7A, "❻"}, {0x7B, "❼"}, {0x7C, "❽"}, {0x7D, "❾"}, {0x7E, "❿"}, {0x97, "●"}, {0x98, "●"}, {0x99, "○"},
    {0x9A, "○"}, {0xA0, "■"}, {0xA2, "■"}, {0xA3, "□"}, {0xA4, "□"},
}};
constexpr std::array<Symbol, 6> kWebdings{{
    {0x3D, "■"},
    {0x61, "✓"},
    {0x63, "□"},
    {0x67, "■"},
    {0x6E, "●"},
    {0x72, "✗"},
}};
constexpr std::array<Symbol, 109> kSymbol{{
    {0x22, "∀"}, {0x24, "∃"}, {0x27, "∋"}, {0x2A, "∗"}, {0x2D, "−"}, {0x40, "≅"}, {0x41, "Α"}, {0x42, "Β"}, {0x43, "Χ"},
    {0x44, "Δ"}, {0x45, "Ε"}, {0x46, "Φ"}, {0x47, "Γ"}, {0x48, "Η"}, {0x49, "Ι"}, {0x4A, "ϑ"}, {0x4B, "Κ"}, {0x4C, "Λ"},
    {0x4D, "Μ"}, {0x4E, "Ν"}, {0x4F, "Ο"}, {0x50, "Π"}, {0x51, "Θ"}, {0x52, "Ρ"}, {0x53, "Σ"}, {0x54, "Τ"}, {0x55, "Υ"},
    {0x56, "ς"}, {0x57, "Ω"}, {0x58, "Ξ"}, {0x59, "Ψ"}, {0x5A, "Ζ"}, {0x5C, "∴"}, {0x5E, "⊥"}, {0x61, "α"}, {0x62, "β"},
    {0x63, "χ"}, {0x64, "δ"}, {0x65, "ε"}, {0x66, "φ"}, {0x67, "γ"}, {0x68, "η"}, {0x69, "ι"}, {0x6A, "ϕ"}, {0x6B, "κ"},
    {0x6C, "λ"}, {0x6D, "μ"}, {0x6E, "ν"}, {0x6F, "ο"}, {0x70, "π"}, {0x71, "θ"}, {0x72, "ρ"}, {0x73, "σ"}, {0x74, "τ"},
    {0x75, "υ"}, {0x76, "ϖ"}, {0x77, "ω"}, {0x78, "ξ"}, {0x79, "ψ"}, {0x7A, "ζ"}, {0x7E, "∼"}, {0xA1, "ϒ"}, {0xA2, "′"},
    {0xA3, "≤"}, {0xA4, "⁄"}, {0xA5, "∞"}, {0xA6, "ƒ"}, {0xAB, "↔"}, {0xAC, "←"}, {0xAD, "↑"}, {0xAE, "→"}, {0xAF, "↓"},
    {0xB0, "°"}, {0xB1, "±"}, {0xB2, "″"}, {0xB3, "≥"}, {0xB4, "×"}, {0xB5, "∝"}, {0xB6, "∂"}, {0xB7, "•"}, {0xB8, "÷"},
    {0xB9, "≠"}, {0xBA, "≡"}, {0xBB, "≈"}, {0xBC, "…"}, {0xC4, "⊗"}, {0xC5, "⊕"}, {0xC6, "∅"}, {0xC7, "∩"}, {0xC8, "∪"},
    {0xC9, "⊃"}, {0xCC, "⊂"}, {0xCE, "∈"}, {0xCF, "∉"}, {0xD0, "∠"}, {0xD1, "∇"}, {0xD5, "∏"}, {0xD6, "√"}, {0xD7, "⋅"},
    {0xD8, "¬"}, {0xD9, "∧"}, {0xDA, "∨"}, {0xDB, "⇔"}, {0xDC, "⇐"}, {0xDD, "⇑"}, {0xDE, "⇒"}, {0xDF, "⇓"}, {0xE5, "∑"},
    {0xF2, "∫"},
}};

template <std::size_t N>
std::string_view find(const std::array<Symbol, N>& symbols, char32_t code) {
  const auto* found =
      std::lower_bound(symbols.begin(), symbols.end(), code, [](const Symbol& s, char32_t c) { return s.code < c; });
  return found != symbols.end() && found->code == code ? found->text : std::string_view{};
}

/// Digits, brackets and the signs between them stand in Symbol where ASCII has them.
std::string_view ascii(char32_t code) {
  static constexpr std::string_view kAscii = " !#%&()+,./0123456789:;<=>?[]_{|}";
  const std::size_t at = code < 0x80 ? kAscii.find(static_cast<char>(code)) : std::string_view::npos;
  return at == std::string_view::npos ? std::string_view{} : kAscii.substr(at, 1);
}

}  // namespace

bool is_symbol_font(std::string_view font) {
  return font == "Symbol" || font == "Webdings" || font.substr(0, 9) == "Wingdings";
}

std::string_view symbol_text(std::string_view font, char32_t code) {
  const char32_t low = code >= 0xF000 && code <= 0xF0FF ? code - 0xF000 : code;
  if (low == 0x20) return " ";
  if (font == "Wingdings") return find(kWingdings, low);
  if (font == "Wingdings 2") return find(kWingdings2, low);
  if (font == "Webdings") return find(kWebdings, low);
  if (font != "Symbol") return {};
  const std::string_view known = find(kSymbol, low);
  return known.empty() ? ascii(low) : known;
}

}  // namespace gouji::docx
