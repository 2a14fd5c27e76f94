// SPDX-License-Identifier: Apache-2.0
#include "input/pdf_lines.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>

#include "base/utf8.hpp"

namespace gouji::input {
namespace {

constexpr double kWordGap = 0.15;  // ems between Latin words
constexpr double kShownGap = 1.2;  // ems that a reader sees as a gap in Chinese text
constexpr double kPadding = 10.8;  // both inner margins of a cell, as Word and LibreOffice make them

bool is_latin(char32_t code) { return code < 0x250 && code > U' '; }

char32_t first_of(std::string_view text) { return utf8::decode(text, 0); }
char32_t last_of(std::string_view text) { return utf8::decode(text, utf8::previous(text, text.size())); }

/// Marks that may not start a line: they take the character before them along.
bool is_closing(char32_t code) {
  return std::u32string_view(U"，。、；：？！）》”’】％%,.;:!?)]〕…—").find(code) != std::u32string_view::npos;
}

/// Marks that no line may end behind, and quotes, which hold on to both neighbours.
bool binds(char32_t code) {
  return code != 0 && std::u32string_view(U"“”‘’（《【(").find(code) != std::u32string_view::npos;
}

/// Ems that a character takes.
double ems(char32_t code) { return code < 0x250 ? 0.5 : 1.0; }

double ems_of(std::string_view text) {
  double total = 0;
  for (std::size_t at = 0; at < text.size(); at += utf8::length(text[at])) total += ems(utf8::decode(text, at));
  return total;
}

/// Points to an em as this word's own width tells: Latin letters of some fonts are wider than half an em.
double em_of(const PdfWord& word, double otherwise) {
  const double total = ems_of(word.text);
  return total > 0 ? std::max((word.right - word.left) / total, otherwise * 0.8) : otherwise;
}

std::string text_of(const std::vector<PdfWord>& words, double em) {
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) {
      const double gap = words[i].left - words[i - 1].right;
      const bool latin = is_latin(last_of(out)) && is_latin(first_of(words[i].text));
      if (gap > kShownGap * em) {
        out += "  ";
      } else if (latin && gap > kWordGap * em) {
        out += ' ';
      }
    }
    out += words[i].text;
  }
  return out;
}

/// Points of height that both share: boxes of other fonts are lower or higher, but stand in the line.
double overlap(const PdfWord& word, const PdfLine& line) {
  return std::min(word.bottom, line.bottom) - std::max(word.top, line.top);
}

}  // namespace

std::vector<PdfLine> lines_of_words(std::vector<PdfWord> words) {
  std::stable_sort(words.begin(), words.end(),
                   [](const PdfWord& a, const PdfWord& b) { return a.middle() < b.middle(); });
  std::vector<PdfLine> lines;
  for (PdfWord& word : words) {
    PdfLine* line = lines.empty() ? nullptr : &lines.back();
    const bool is_same = line != nullptr && overlap(word, *line) > 0.6 * std::min(word.height(), line->height());
    if (!is_same) {
      lines.push_back({word.left, word.top, word.right, word.bottom, {}, {}});
      line = &lines.back();
    }
    line->left = std::min(line->left, word.left);
    line->right = std::max(line->right, word.right);
    line->top = std::min(line->top, word.top);
    line->bottom = std::max(line->bottom, word.bottom);
    line->words.push_back(std::move(word));
  }
  for (PdfLine& line : lines) {
    std::stable_sort(line.words.begin(), line.words.end(),
                     [](const PdfWord& a, const PdfWord& b) { return a.left < b.left; });
    line.text = text_of(line.words, line.em());
  }
  return lines;
}

double opening_of(const PdfLine& line) {
  const std::string_view text = line.text;
  double needed = 0;
  bool is_word = false;
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size(); at += utf8::length(text[at])) {
    const char32_t code = utf8::decode(text, at);
    const bool latin = is_latin(code) && !is_closing(code);
    const bool goes_on = at == 0 || is_closing(code) || binds(code) || binds(before) || (is_word && latin);
    if (!goes_on) break;
    is_word = latin || (is_word && code < 0x80);  // «5,720.71»
    before = code;
    needed += ems(code);
  }
  const double scale = line.words.empty() ? line.em() : em_of(line.words.front(), line.em());
  return needed * scale;
}

bool would_fit(const PdfLine& next, double room) { return room > opening_of(next) + 0.4 * next.em(); }

void join_text(std::string& text, const std::string& next) {
  if (text.empty() || next.empty()) {
    text += next;
    return;
  }
  const char32_t last = last_of(text);
  const char32_t first = first_of(next);
  const bool letters = is_latin(last) && is_latin(first) && last > U'9' && first > U'9';
  if (letters) text += ' ';
  text += next;
}

WrappedText text_of_cell(std::vector<PdfWord> words, double width) {
  WrappedText out;
  bool is_first = true;
  for (const PdfLine& line : lines_of_words(std::move(words))) {
    if (is_first) {
      out.opening = opening_of(line);
      out.text = line.text;
    } else if (would_fit(line, out.room)) {
      out.text += '\n' + line.text;
    } else {
      join_text(out.text, line.text);
    }
    out.room = width - kPadding - (line.right - line.left);
    is_first = false;
  }
  return out;
}

PdfWord split_word(PdfWord& word, double x) {
  const double total = ems_of(word.text);
  const double scale = total > 0 ? (word.right - word.left) / total : 0;
  double here = word.left;
  std::size_t at = 0;
  for (; at < word.text.size(); at += utf8::length(word.text[at])) {
    const double wide = ems(utf8::decode(word.text, at)) * scale;
    if (here + wide / 2 >= x) break;
    here += wide;
  }
  PdfWord rest = word;
  rest.text = word.text.substr(at);
  rest.left = here;
  word.text.resize(at);
  word.right = here;
  return rest;
}

}  // namespace gouji::input
