// SPDX-License-Identifier: Apache-2.0
#include "report/quote_lines.hpp"

#include <algorithm>
#include <cstdint>
#include <tuple>

#include "base/utf8.hpp"

namespace gouji::report {
namespace {

constexpr const char* kMarkOn = "\x1b[1;4m";
constexpr const char* kMarkOff = "\x1b[22;24m";

struct Glyph {
  std::string text;
  bool is_marked = false;
};

bool is_control(char32_t code) { return code < 0x20 || (code >= 0x7F && code < 0xA0); }
bool is_direction(char32_t code) {
  return (code >= 0x200B && code <= 0x200F) || (code >= 0x202A && code <= 0x202E) ||
         (code >= 0x2060 && code <= 0x2069) || code == 0xFEFF;
}

std::string shown(char32_t code) {
  if (is_direction(code)) return {};
  if (is_control(code)) return " ";
  std::string out;
  utf8::append(out, code);
  return out;
}

/// One glyph for each code point, so that counts stay those of the place.
std::vector<Glyph> glyphs_of(const Evidence& evidence) {
  std::vector<Glyph> glyphs;
  std::uint32_t index = 0;
  const bool marks_all = evidence.mark_end <= evidence.mark_start;
  for (std::size_t at = 0; at < evidence.quote.size(); at += utf8::length(evidence.quote[at]), ++index) {
    glyphs.push_back({shown(utf8::decode(evidence.quote, at)),
                      marks_all || (index >= evidence.mark_start && index < evidence.mark_end)});
  }
  return glyphs;
}

std::vector<Glyph> join(const std::vector<const Evidence*>& sorted) {
  std::vector<Glyph> out;
  std::uint32_t end = 0;         // of what is laid out, in the place's own count
  std::size_t last_stretch = 0;  // index in `out` where the stretch without a gap begins
  std::uint32_t stretch_start = 0;
  for (const Evidence* evidence : sorted) {
    const std::vector<Glyph> glyphs = glyphs_of(*evidence);
    const std::uint32_t start = evidence->place.start;
    if (out.empty() || start > end) {
      if (!out.empty()) out.push_back({"…", false});
      last_stretch = out.size();
      stretch_start = start;
      end = start;
    }
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
      const std::size_t at = last_stretch + (start - stretch_start) + i;
      if (at < out.size()) {
        out[at].is_marked = out[at].is_marked || glyphs[i].is_marked;
      } else {
        out.push_back(glyphs[i]);
      }
    }
    end = std::max(end, start + static_cast<std::uint32_t>(glyphs.size()));
  }
  return out;
}

void push_line(std::vector<std::string>& lines, const std::vector<Glyph>& row, Color color) {
  std::string text;
  std::string below;
  bool is_on = false;
  for (const Glyph& glyph : row) {
    if (color == Color::on && glyph.is_marked != is_on) text += glyph.is_marked ? kMarkOn : kMarkOff;
    is_on = glyph.is_marked;
    text += glyph.text;
    below.append(utf8::display_width(glyph.text), glyph.is_marked ? '^' : ' ');
  }
  if (color == Color::on && is_on) text += kMarkOff;
  while (!text.empty() && text.back() == ' ') text.pop_back();
  lines.push_back(text);
  below.erase(below.find_last_not_of(' ') + 1);
  if (color == Color::off && !below.empty()) lines.push_back(below);
}

}  // namespace

std::string printable(const std::string& text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); at += utf8::length(text[at])) out += shown(utf8::decode(text, at));
  return out;
}

bool is_same_place(const Place& a, const Place& b) {
  return std::tie(a.part, a.paragraph, a.table, a.row, a.column) ==
         std::tie(b.part, b.paragraph, b.table, b.row, b.column);
}

std::vector<std::string> quote_lines(std::vector<const Evidence*> evidence, std::size_t columns, Color color) {
  std::stable_sort(evidence.begin(), evidence.end(),
                   [](const Evidence* a, const Evidence* b) { return a->place.start < b->place.start; });
  std::vector<std::string> lines;
  std::vector<Glyph> row;
  std::size_t width = 0;
  for (const Glyph& glyph : join(evidence)) {
    const std::size_t wide = utf8::display_width(glyph.text);
    if (width + wide > columns && !row.empty()) {
      push_line(lines, row, color);
      row.clear();
      width = 0;
    }
    row.push_back(glyph);
    width += wide;
  }
  if (!row.empty()) push_line(lines, row, color);
  return lines;
}

}  // namespace gouji::report
