// Points of the main part at which the ends of a comment may stand.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "annotate/markup.hpp"

namespace gouji::annotate {

/// An offset between two elements, or one at which a run must be cut in two.
struct Point {
  enum class Cut : std::uint8_t { none, between_children, in_text, in_cdata };
  std::uint32_t at = 0;
  Cut cut = Cut::none;
  std::uint32_t run = kNone;   // that is cut
  std::uint32_t text = kNone;  // its w:t that is cut
};

struct Range {
  Point start;
  Point end;
  std::uint32_t reference = 0;  // where the run with the comment's mark goes
};

class Body {
 public:
  explicit Body(const Markup& markup);

  [[nodiscard]] const Markup& markup() const { return markup_; }
  /// Element of the w:r and w:p with this running number; kNone if there are not so many.
  [[nodiscard]] std::uint32_t run(std::uint32_t number) const { return number < runs_.size() ? runs_[number] : kNone; }
  [[nodiscard]] std::uint32_t paragraph(std::uint32_t number) const {
    return number < paragraphs_.size() ? paragraphs_[number] : kNone;
  }
  [[nodiscard]] const std::vector<std::uint32_t>& runs() const { return runs_; }
  [[nodiscard]] const std::vector<std::uint32_t>& paragraphs() const { return paragraphs_; }

  /// The point before (after) the character with this number in the run. Nothing when the run is no place for it, when
  /// cutting would change blanks, or when another character than `expected` stands there.
  [[nodiscard]] std::optional<Point> before(std::uint32_t run, std::uint32_t offset, char32_t expected) const;
  [[nodiscard]] std::optional<Point> behind(std::uint32_t run, std::uint32_t offset, char32_t expected) const;

  /// The element that stands for this one among the inline content of a paragraph that may bear comments: itself, or
  /// what it stands in (a formula, the run that holds a text box). kNone when there is none.
  [[nodiscard]] std::uint32_t unit_of(std::uint32_t element) const;
  [[nodiscard]] Range around(std::uint32_t first_unit, std::uint32_t last_unit) const;
  /// All of a paragraph; of the one that a text box hangs on, where it stands in one. Nothing if there is none.
  [[nodiscard]] std::optional<Range> around_paragraph(std::uint32_t element) const;
  /// Behind the links, changes, controls and fields that the point stands in.
  [[nodiscard]] std::uint32_t reference_for(const Point& end, std::uint32_t unit) const;

 private:
  [[nodiscard]] std::optional<Point> find(std::uint32_t run, std::uint32_t offset, char32_t expected,
                                          bool is_end) const;
  [[nodiscard]] std::vector<std::uint32_t> path_to(std::uint32_t element) const;
  [[nodiscard]] std::uint32_t top_of(std::uint32_t unit) const;

  const Markup& markup_;
  std::vector<std::uint32_t> runs_;
  std::vector<std::uint32_t> paragraphs_;
};

}  // namespace gouji::annotate
