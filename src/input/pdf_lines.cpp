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
  return std::u32string_view(U"，。、；：？！）》”’】％%,.;:!?)]").find(code) != std::u32string_view::npos;
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

/// Ems that a character takes.
double ems(char32_t code) { return code < 0x250 ? 0.5 : 1.0; }

}  // namespace

std::vector<PdfLine> lines_of_words(std::vector<PdfWord> words) {
  std::stable_sort(words.begin(), words.end(),
                   [](const PdfWord& a, const PdfWord& b) { return a.middle() < b.middle(); });
  std::vector<PdfLine> lines;
  for (PdfWord& word : words) {
    PdfLine* line = lines.empty() ? nullptr : &lines.back();
    const bool is_same = line != nullptr && std::abs(word.middle() - (line->top + line->bottom) / 2) <
                                                0.45 * std::min(word.height(), line->height());
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

bool would_fit(const PdfLine& next, double room) {
  const std::string_view text = next.text;
  double needed = 0;
  bool is_word = false;
  for (std::size_t at = 0; at < text.size(); at += utf8::length(text[at])) {
    const char32_t code = utf8::decode(text, at);
    const bool latin = is_latin(code) && !is_closing(code);
    const bool goes_on =
        at == 0 || is_closing(code) || (is_word && latin) || (is_word && (code == U'.' || code == U','));
    if (!goes_on) break;
    if (at == 0) is_word = latin;
    needed += ems(code);
  }
  return room > (needed + 0.4) * next.em();
}

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

std::string text_of_cell(std::vector<PdfWord> words, double width) {
  std::string text;
  const PdfLine* previous = nullptr;
  const std::vector<PdfLine> lines = lines_of_words(std::move(words));
  for (const PdfLine& line : lines) {
    const double room = previous != nullptr ? width - kPadding - (previous->right - previous->left) : 0;
    if (previous != nullptr && would_fit(line, room)) {
      text += '\n';
      text += line.text;
    } else {
      join_text(text, line.text);
    }
    previous = &line;
  }
  return text;
}

PdfWord split_word(PdfWord& word, double x) {
  double total = 0;
  for (std::size_t at = 0; at < word.text.size(); at += utf8::length(word.text[at]))
    total += ems(utf8::decode(word.text, at));
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
