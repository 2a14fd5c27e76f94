// Puts a Document together paragraph by paragraph, for sources that are no Word file.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "docx/document.hpp"

namespace gouji::docx {

/// A cell and where it stands; several lines in one text are several paragraphs of the cell.
struct CellText {
  std::uint32_t row = 0;
  std::uint32_t column = 0;
  std::uint32_t row_span = 1;
  std::uint32_t column_span = 1;
  std::string_view text;
  int page = 0;
};

struct TableShape {
  std::uint32_t rows = 0;
  std::uint32_t columns = 0;
  std::uint32_t header_rows = 0;
  bool is_guessed = false;
};

class DocumentBuilder {
 public:
  void begin_story(StoryKind kind, std::string name);
  /// The paragraph may be given more properties (outline, page, indent).
  Paragraph& add_paragraph(std::string_view text);
  /// Cells row by row, then by column.
  void add_table(const TableShape& shape, const std::vector<CellText>& cells);

  [[nodiscard]] Document& document() { return document_; }
  [[nodiscard]] Document take() { return std::move(document_); }

 private:
  Paragraph& append(std::string_view text, std::uint32_t table, std::uint32_t cell);

  Document document_;
  std::uint32_t number_ = 0;
};

}  // namespace gouji::docx
