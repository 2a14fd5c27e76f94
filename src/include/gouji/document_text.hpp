// The document as it was read: paragraphs and tables in reading order, for reports that show the text itself.
// An Outcome carries it when EngineOptions::with_text is set. A Place finds its characters here: part and paragraph, or
// table, row and column; start and end count code points of `text`.
// Thread rule: plain values.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace gouji {

struct TextParagraph {
  std::string part;          // as Place::part
  std::uint32_t number = 0;  // as Place::paragraph
  std::string label;         // automatic number, "（一）"; not part of text
  std::string text;          // UTF-8; tab = '\t', line break = '\n'
  int heading_level = 0;     // 1 = outermost; 0 = no heading
  bool is_centered = false;
};

struct TextCell {
  std::uint32_t row = 1;  // as Place::row and Place::column
  std::uint32_t column = 1;
  std::uint32_t row_span = 1;
  std::uint32_t column_span = 1;
  std::string text;  // its paragraphs joined by one line feed; those of nested tables not included
  std::string name;  // "B12" of a workbook's sheet; empty elsewhere
};

struct TextTable {
  std::string part;
  std::uint32_t number = 0;  // as Place::table
  std::uint32_t rows = 0;
  std::uint32_t columns = 0;
  std::uint32_t header_rows = 0;   // at the top, marked as header in the file
  std::uint32_t parent_table = 0;  // of a nested table: the number of the table around it, which stands before it,
  std::uint32_t parent_row = 0;    // and the cell; 0 = not nested
  std::uint32_t parent_column = 0;
  std::vector<TextCell> cells;  // row by row, then by column; a merged cell once, at its top left
};

struct DocumentText {
  std::vector<std::variant<TextParagraph, TextTable>> blocks;
};

}  // namespace gouji
