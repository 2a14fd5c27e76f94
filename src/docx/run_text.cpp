// Characters: w:t with its white space, symbols of symbol fonts, and the run map behind them.
// SPDX-License-Identifier: Apache-2.0
#include <cstdlib>
#include <cstring>
#include <string>

#include "base/utf8.hpp"
#include "docx/part_walk.hpp"
#include "docx/symbols.hpp"

namespace gouji::docx {
namespace {

constexpr std::size_t kMostText = 0x7FFFFFFF;  // positions are 32 bits wide

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
    if (lead == 0xEE || (lead == 0xEF && static_cast<unsigned char>(text[i + 1]) < 0xA4)) return false;  // private use
    i += 3;
  }
  return true;
}

bool is_private(char32_t code) { return code >= 0xE000 && code <= 0xF8FF; }

bool keeps_space(pugi::xml_node node) {
  const char* space = attribute_of(node, "space");
  return space != nullptr && std::strcmp(space, "preserve") == 0;
}

}  // namespace

void PartWalk::emit(std::string_view characters, std::uint32_t code_points) {
  if (!muted() && open_) {
    Document& document = state_.document;
    // a bound value or a number may be shown many times, so that little XML makes much text
    if (!state_.budget.take_memory(characters.size()) || characters.size() > kMostText - document.text.size()) return;
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
    if (symbol_font_.empty() && is_clean(characters)) {
      if (!characters.empty()) emit(characters, utf8::count(characters));
    } else {
      const std::string clean = readable(characters);
      emit(clean, utf8::count(clean));
    }
    offset_ += behind;
  }
}

/// Damaged bytes replaced, control characters blanked, pictures of symbol fonts by the characters they look like.
std::string PartWalk::readable(std::string_view characters) {
  const std::string valid = utf8::sanitize(characters);
  std::string out;
  for (std::size_t i = 0; i < valid.size(); i += utf8::length(valid[i])) {
    const char32_t code = utf8::decode(valid, i);
    const bool in_symbol_range = code < 0x100 || (code >= 0xF000 && code <= 0xF0FF);
    if (code < 0x20) {
      out += ' ';
    } else if (!symbol_font_.empty() && in_symbol_range) {
      out += picture(symbol_font_, code);
    } else if (const auto known = symbol_text("Wingdings", code); is_private(code) && !known.empty()) {
      out += known;  // the font stands in a style or was lost; nearly always this one
    } else {
      if (is_private(code) && !muted()) ++state_.private_characters;
      out.append(valid, i, utf8::length(valid[i]));
    }
  }
  return out;
}

std::string PartWalk::picture(std::string_view font, char32_t code) {
  const std::string_view known = symbol_text(font, code);
  if (!known.empty()) return std::string(known);
  if (!muted()) ++state_.unknown_symbols;
  return "\xEF\xBF\xBD";
}

void PartWalk::symbol(pugi::xml_node node) {
  const char* code_text = attribute_of(node, "char");
  const char* font = attribute_of(node, "font");
  if (code_text == nullptr) return;
  const auto code = static_cast<char32_t>(std::strtoul(code_text, nullptr, 16) & 0xFFFFu);
  const std::string_view family = font == nullptr ? "" : font;
  const bool is_character = code >= 0x20 && !is_private(code) && (code < 0xD800 || code > 0xDFFF);
  std::string out;
  if (is_character && !is_symbol_font(family)) {
    utf8::append(out, code);
  } else {
    out = picture(is_symbol_font(family) ? family : "Wingdings", code);
  }
  emit(out, 1);
}

}  // namespace gouji::docx
