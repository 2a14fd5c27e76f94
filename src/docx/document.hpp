// The document as a reader sees it: one text buffer, flat paragraphs, tables as grids of cells.
// In: filled by read_docx() or read_plain(). Out: the text stage. No XML and no zip leaks out of this folder.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "gouji/outcome.hpp"

namespace gouji::docx {

inline constexpr std::uint32_t kNone = 0xFFFFFFFFu;

enum class StoryKind { body, header, footer, footnote, endnote, comment, textbox, chart, diagram, embedded };

/// A run of characters that came from one w:t (or one symbol, tab, break) of the source.
struct Run {
  std::uint32_t begin = 0;  // byte offset in Document::text
  std::uint32_t end = 0;
  std::uint32_t element = kNone;  // running number of the w:r in its part, counted in document order; kNone: no w:r
  std::uint32_t offset = 0;       // code points before this stretch within that w:r
};

struct Paragraph {
  std::uint32_t begin = 0;  // own text in Document::text (UTF-8; tab = '\t', line break = '\n'); label not included
  std::uint32_t end = 0;
  std::uint32_t first_run = 0;  // index range in Document::runs
  std::uint32_t last_run = 0;
  std::uint32_t story = 0;         // index in Document::stories
  std::uint32_t number = kNone;    // 1-based among the story's paragraphs outside tables; kNone in a cell
  std::uint32_t table = kNone;     // innermost table it stands in
  std::uint32_t cell = kNone;      // index in that table's cells
  std::uint32_t source_index = 0;  // running number of the w:p in its part
  std::string label;       // rendered automatic number, "（一）" or "1.", without following tab; may be empty
  int list_level = -1;     // ilvl of the automatic number; -1 = none
  int list_id = -1;        // numId: paragraphs of one list share it
  int outline_level = -1;  // 0 = heading 1; from style or paragraph; -1 = body text
  int page = 0;            // from rendered page breaks; 0 = unknown
  bool is_toc = false;     // table of contents entry (style TOC n, or inside a TOC field)
  bool centered = false;
  int indent = 0;  // left and first-line indent of the paragraph itself, in half characters; its blanks not included
};

/// One grid cell; a merged cell appears once, at its top left.
struct Cell {
  std::uint32_t row = 0;  // 0-based grid position
  std::uint32_t column = 0;
  std::uint32_t row_span = 1;
  std::uint32_t column_span = 1;
  std::uint32_t first_paragraph = 0;  // index range in Document::paragraphs; own paragraphs and those of nested tables
  std::uint32_t last_paragraph = 0;   // exclusive. A nested table's paragraphs have their own .table
};

struct Table {
  std::uint32_t rows = 0;
  std::uint32_t columns = 0;
  std::uint32_t header_rows = 0;  // rows marked w:tblHeader at the top
  std::uint32_t story = 0;
  std::uint32_t number = 0;            // 1-based over the document
  std::uint32_t parent_table = kNone;  // for a nested table
  std::uint32_t parent_cell = kNone;
  std::uint32_t before_paragraph = 0;  // index of the first paragraph after the table starts (= first cell paragraph)
  std::uint32_t after_paragraph = 0;   // index of the first paragraph behind the table
  std::vector<Cell> cells;             // row by row, then by column
  std::vector<std::uint32_t> sheet_rows{};     // of a workbook: the sheet's own numbers of the rows, 1-based;
  std::vector<std::uint32_t> sheet_columns{};  // both empty for all other tables
  bool is_guessed = false;                     // rows and columns were guessed from positions: not to be judged
};

/// "B12": the name of a cell by the sheet's own numbers, 1-based.
[[nodiscard]] std::string sheet_cell_name(std::uint32_t row, std::uint32_t column);

struct Story {
  StoryKind kind = StoryKind::body;
  std::string name;  // Place::part: "document", "header1", "footnotes", "textbox", "chart1"…
  std::string part;  // zip entry that holds it ("word/document.xml"); Run::element and source_index count in it
  std::uint32_t anchor = kNone;  // of a chart, diagram or embedded document: the paragraph that it hangs on
};

/// A comment: its own paragraphs (story «comments») and those that it was made on, as index ranges, end exclusive.
struct Comment {
  std::uint32_t first_paragraph = 0;
  std::uint32_t last_paragraph = 0;
  std::uint32_t first_covered = 0;  // whole paragraphs; in a table whole cells. Equal to last_covered: none
  std::uint32_t last_covered = 0;
  std::string author;
};

struct Document {
  std::string text;
  std::vector<Paragraph> paragraphs;  // reading order: body first, then text boxes, charts and
                                      // SmartArt, embedded documents, notes, headers, footers, comments
  std::vector<Run> runs;
  std::vector<Table> tables;
  std::vector<Story> stories;
  std::vector<Comment> comments;
  std::vector<Note> notes;

  [[nodiscard]] std::string_view text_of(const Paragraph& paragraph) const {
    return std::string_view(text).substr(paragraph.begin, paragraph.end - paragraph.begin);
  }
};

}  // namespace gouji::docx
