// Words to lines, and lines to the text that they are wrapped from.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "input/pdf_page.hpp"

namespace gouji::input {

struct PdfLine {
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;
  std::vector<PdfWord> words;  // from left to right
  std::string text;            // with a blank where the gap is one

  [[nodiscard]] double height() const { return bottom - top; }
  [[nodiscard]] double em() const { return height() / 1.3; }  // poppler's boxes hold the space above and below
};

/// Lines from top to bottom. Words that stand on one height are one line, however far apart.
[[nodiscard]] std::vector<PdfLine> lines_of_words(std::vector<PdfWord> words);

/// Points that the first word (or Chinese character, with the marks that may not start a line) of a line takes.
[[nodiscard]] double opening_of(const PdfLine& line);
/// Would it have fitted into `room`? Then the line before it was ended on purpose.
[[nodiscard]] bool would_fit(const PdfLine& next, double room);

/// Two pieces of one text: nothing between Chinese characters, a blank between Latin words.
void join_text(std::string& text, const std::string& next);

struct WrappedText {
  std::string text;    // wrapped lines joined, the others parted by '\n'
  double opening = 0;  // what its first word takes
  double room = 0;     // what its last line leaves
};
/// The text of a cell of this width.
[[nodiscard]] WrappedText text_of_cell(std::vector<PdfWord> words, double width);

/// The part of a word left of `x` stays, the part right of it is returned; its characters are taken to fill its width.
[[nodiscard]] PdfWord split_word(PdfWord& word, double x);

}  // namespace gouji::input
