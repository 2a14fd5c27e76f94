// Characters: w:t with its white space, symbols of symbol fonts, and the run map behind them.
// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cstdlib>
#include <cstring>
#include <string>

#include "base/utf8.hpp"
#include "docx/part_walk.hpp"

namespace gouji::docx {
namespace {

struct Symbol {
  const char* font;
  unsigned code;  // without the private use offset F000
  const char* text;
};

constexpr std::array<Symbol, 40> kSymbols{{
    {"Wingdings", 0xFC, "✓"},   {"Wingdings", 0xFB, "✗"},   {"Wingdings", 0xFE, "☑"},   {"Wingdings", 0xFD, "☒"},
    {"Wingdings", 0xA8, "□"},   {"Wingdings", 0x6F, "□"},   {"Wingdings", 0x71, "□"},   {"Wingdings", 0x6E, "■"},
    {"Wingdings", 0x6C, "●"},   {"Wingdings", 0xA1, "○"},   {"Wingdings", 0x9F, "•"},   {"Wingdings", 0x75, "◆"},
    {"Wingdings", 0xD8, "➢"},   {"Wingdings", 0xE0, "→"},   {"Wingdings", 0xAB, "★"},   {"Wingdings", 0xF0, "⇨"},
    {"Wingdings 2", 0x52, "☑"}, {"Wingdings 2", 0x50, "✓"}, {"Wingdings 2", 0x4F, "✗"}, {"Wingdings 2", 0x51, "☒"},
    {"Wingdings 2", 0xA3, "□"}, {"Wingdings 2", 0x2A, "□"}, {"Wingdings 2", 0x54, "☒"}, {"Symbol", 0xB1, "±"},
    {"Symbol", 0xB3, "≥"},      {"Symbol", 0xA3, "≤"},      {"Symbol", 0xB4, "×"},      {"Symbol", 0xB8, "÷"},
    {"Symbol", 0xB9, "≠"},      {"Symbol", 0xBB, "≈"},      {"Symbol", 0xB0, "°"},      {"Symbol", 0xB7, "•"},
    {"Symbol", 0xAE, "→"},      {"Symbol", 0x2D, "−"},      {"Symbol", 0xA5, "∞"},      {"Symbol", 0x6D, "μ"},
    {"Symbol", 0x61, "α"},      {"Symbol", 0x62, "β"},      {"Symbol", 0x53, "Σ"},      {"Symbol", 0x44, "Δ"},
}};

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// Plain printable UTF-8 as nearly every run is; anything odd goes the slow way.
bool is_clean(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    if (lead < 0x20) return false;
    if (lead < 0x80) {
      ++i;
      continue;
    }
    if (lead < 0xE1 || lead > 0xEF || lead == 0xED || i + 2 >= text.size()) return false;
    if ((static_cast<unsigned char>(text[i + 1]) & 0xC0) != 0x80) return false;
    if ((static_cast<unsigned char>(text[i + 2]) & 0xC0) != 0x80) return false;
    i += 3;
  }
  return true;
}

std::string cleaned(std::string_view text) {
  std::string out = utf8::sanitize(text);
  for (char& c : out) {
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  }
  return out;
}

bool keeps_space(pugi::xml_node node) {
  const char* space = attribute_of(node, "space");
  return space != nullptr && std::strcmp(space, "preserve") == 0;
}

}  // namespace

void PartWalk::emit(std::string_view characters, std::uint32_t code_points) {
  if (!muted() && open_) {
    Document& document = state_.document;
    const auto begin = static_cast<std::uint32_t>(document.text.size());
    document.text.append(characters);
    document.runs.push_back({begin, static_cast<std::uint32_t>(document.text.size()), element_, offset_});
  }
  offset_ += code_points;
}

void PartWalk::text(pugi::xml_node node) {
  for (pugi::xml_node piece = node.first_child(); piece; piece = piece.next_sibling()) {
    if (piece.type() != pugi::node_pcdata && piece.type() != pugi::node_cdata) continue;
    std::string_view characters = piece.value();
    if (characters.empty()) continue;
    std::uint32_t behind = 0;
    if ((is_blank(characters.front()) || is_blank(characters.back())) && !keeps_space(node)) {
      while (!characters.empty() && is_blank(characters.front()) && piece == node.first_child()) {
        characters.remove_prefix(1);
        ++offset_;
      }
      while (!characters.empty() && is_blank(characters.back()) && piece == node.last_child()) {
        characters.remove_suffix(1);
        ++behind;
      }
    }
    if (is_clean(characters)) {
      if (!characters.empty()) emit(characters, utf8::count(characters));
    } else {
      const std::string clean = cleaned(characters);
      emit(clean, utf8::count(clean));
    }
    offset_ += behind;
  }
}

void PartWalk::symbol(pugi::xml_node node) {
  const char* code_text = attribute_of(node, "char");
  const char* font = attribute_of(node, "font");
  if (code_text == nullptr) return;
  const auto code = static_cast<unsigned>(std::strtoul(code_text, nullptr, 16) & 0xFFFFu);
  const std::string_view family = font == nullptr ? "" : font;
  const unsigned low = code >= 0xF000 && code <= 0xF0FF ? code - 0xF000 : code;
  for (const Symbol& known : kSymbols) {
    if (family == known.font && low == known.code) return emit(known.text, 1);
  }
  const bool symbol_font = family == "Symbol" || family.substr(0, 9) == "Wingdings" || family == "Webdings";
  std::string out;
  if (family == "Symbol" && low >= 0x20 && low < 0x40) {
    utf8::append(out, low);  // digits and punctuation stand where ASCII has them
  } else if (!symbol_font && code >= 0x20 && (code < 0xE000 || code > 0xF8FF) && (code < 0xD800 || code > 0xDFFF)) {
    utf8::append(out, code);
  } else {
    out = "\xEF\xBF\xBD";
    if (!muted()) ++state_.unknown_symbols;
  }
  emit(out, 1);
}

}  // namespace gouji::docx
