// A page of a PDF as poppler's programs tell of it: words and straight lines, in points from the top left corner.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gouji::input {

struct PdfWord {
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;
  std::string text;

  [[nodiscard]] double height() const { return bottom - top; }
  [[nodiscard]] double middle() const { return (top + bottom) / 2; }
};

/// A stretch of a straight line: `at` is y of a horizontal one, x of a vertical one.
struct PdfRule {
  double at = 0;
  double from = 0;
  double to = 0;
};

struct PdfPage {
  double width = 0;
  double height = 0;
  std::vector<PdfWord> words;
  std::vector<PdfRule> horizontal;
  std::vector<PdfRule> vertical;
  bool has_picture = false;
};

/// What `pdftotext -bbox` writes; nothing when it is not that.
[[nodiscard]] std::optional<std::vector<PdfPage>> parse_words(std::string_view xhtml);

/// Adds the lines and pictures that `pdftocairo -svg` draws; false when it is not that, or of other pages.
[[nodiscard]] bool parse_rules(std::string_view svg, std::vector<PdfPage>& pages);

}  // namespace gouji::input
