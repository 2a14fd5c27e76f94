// SPDX-License-Identifier: Apache-2.0
#include "input/text_file.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "docx/document_builder.hpp"
#include "input/text_lines.hpp"

namespace gouji::input {
namespace {

using docx::CellText;
using docx::DocumentBuilder;
using docx::TableShape;

std::size_t tabs_in(std::string_view line) {
  return static_cast<std::size_t>(std::count(line.begin(), line.end(), '\t'));
}

/// A tab within the line, not one that only indents it.
bool is_row(std::string_view line) {
  return !trimmed(line).empty() && trimmed(line).find('\t') != std::string_view::npos;
}

std::vector<CellText> cells_of(const std::vector<std::string_view>& lines) {
  std::vector<CellText> cells;
  for (std::uint32_t row = 0; row < lines.size(); ++row) {
    std::string_view rest = lines[row];
    for (std::uint32_t column = 0;; ++column) {
      const std::size_t end = rest.find('\t');
      cells.push_back({row, column, 1, 1, trimmed(rest.substr(0, end))});
      if (end == std::string_view::npos) break;
      rest.remove_prefix(end + 1);
    }
  }
  return cells;
}

}  // namespace

docx::Document read_text(std::string_view text) {
  DocumentBuilder builder;
  builder.begin_story(docx::StoryKind::body, "document");
  const std::vector<std::string_view> lines = lines_of(text);
  for (std::size_t at = 0; at < lines.size();) {
    std::size_t end = at;
    while (end < lines.size() && is_row(lines[end]) && tabs_in(lines[end]) == tabs_in(lines[at])) ++end;
    if (end >= at + 2) {
      const std::vector<std::string_view> rows(lines.begin() + static_cast<std::ptrdiff_t>(at),
                                               lines.begin() + static_cast<std::ptrdiff_t>(end));
      TableShape shape;
      shape.rows = static_cast<std::uint32_t>(rows.size());
      shape.columns = static_cast<std::uint32_t>(tabs_in(rows.front()) + 1);
      builder.add_table(shape, cells_of(rows));
      at = end;
      continue;
    }
    if (!trimmed(lines[at]).empty()) builder.add_paragraph(lines[at]);
    ++at;
  }
  return builder.take();
}

}  // namespace gouji::input
