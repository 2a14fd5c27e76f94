// Lines of running text put together to paragraphs: by how full a line is, by indents, markers and type size.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "input/pdf_lines.hpp"

namespace gouji::input {

/// Where running text begins and ends on pages of one width.
struct PdfMargins {
  double left = 0;
  double right = 0;
};
[[nodiscard]] PdfMargins margins_of(const std::vector<const PdfLine*>& lines, double page_width);

struct PdfParagraph {
  std::string text;
  int page = 0;
  bool is_centered = false;
};

/// Holds the paragraph that is being put together.
class ParagraphMaker {
 public:
  /// A line of page `page`; gives the paragraph that it ended, with empty text when there is none.
  [[nodiscard]] PdfParagraph add(const PdfLine& line, const PdfMargins& margins, int page);
  /// What is left, at a table or at the end.
  [[nodiscard]] PdfParagraph finish();

 private:
  [[nodiscard]] bool goes_on(const PdfLine& line, const PdfMargins& margins, int page) const;

  PdfParagraph paragraph_;
  PdfLine last_;
  int last_page_ = 0;
  double pitch_ = 0;  // from line to line, as far as this paragraph shows it
};

}  // namespace gouji::input
