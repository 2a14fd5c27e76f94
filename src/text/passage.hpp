// Folded text with a map back. A passage is one logical paragraph (page-break halves joined) or one table cell.
// In: docx::Document. Out: the facts stage and every check. Folding: digits, letters and number marks to half width;
// , : ; ( ) ? ! between Chinese to their full-width forms; blanks inside numbers, between number and unit and between
// Chinese characters removed; compatibility characters (U+2F00, U+F900 blocks, ㎡ kept) to their ordinary ones.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "docx/document.hpp"
#include "gouji/finding.hpp"

namespace gouji::text {

/// A stretch of the folded text that came from a stretch of one source paragraph. Equal lengths map byte by byte.
struct Segment {
  std::uint32_t begin = 0;  // in Passage::text
  std::uint32_t length = 0;
  std::uint32_t source_begin = 0;  // byte offset in Document::text
  std::uint32_t source_length = 0;
  std::uint32_t paragraph = 0;  // index in Document::paragraphs
};

struct Span {
  std::uint32_t begin = 0;  // bytes in Passage::text, end exclusive
  std::uint32_t end = 0;
};

struct Passage {
  std::string text;   // folded
  std::string label;  // folded automatic number of its first paragraph
  std::vector<Segment> segments;
  std::uint32_t first_paragraph = 0;    // index in Document::paragraphs
  std::uint32_t table = docx::kNone;    // index in Document::tables
  std::uint32_t cell = docx::kNone;     // index in that table's cells
  std::uint32_t heading = docx::kNone;  // index of the passage that is the nearest heading above
  int heading_level = 0;                // 0 = no heading; 1 = 一、(or heading 1), 2 = （一）, 3 = 1., 4 = （1）
  docx::StoryKind story = docx::StoryKind::body;
  bool is_toc = false;
  bool is_later_piece = false;  // of a paragraph too long to be one passage; the piece before it is the passage before
  std::vector<Span> sentences;  // cut at 。！？； and at line breaks that end a line; spans include the mark

  [[nodiscard]] bool in_table() const { return table != docx::kNone; }
  [[nodiscard]] std::string_view of(Span span) const {
    return std::string_view(text).substr(span.begin, span.end - span.begin);
  }
};

struct TextModel {
  std::vector<Passage> passages;  // document order
  /// Passage index of a table's cell: cell_passage[table][cell].
  std::vector<std::vector<std::uint32_t>> cell_passage;
  /// Code points of Document::text before each multiple of kPointStep bytes, so that a place costs the same anywhere.
  std::vector<std::uint32_t> points;
};
inline constexpr std::size_t kPointStep = 4096;

[[nodiscard]] TextModel fold_document(const docx::Document& document);

/// The source characters of a folded span, cut to the paragraph it starts in, and where they stand.
struct Quote {
  std::string text;
  Place place;
};
[[nodiscard]] Quote quote_of(const docx::Document& document, const TextModel& model, std::uint32_t passage, Span span);

/// Headings above a passage, outermost first, joined by '/'.
[[nodiscard]] std::string heading_path(const docx::Document& document, const TextModel& model, std::uint32_t passage);

/// Folds one string without a map; rule patterns, lexicon words and examples are compared in this form.
[[nodiscard]] std::string fold(std::string_view source);

}  // namespace gouji::text
