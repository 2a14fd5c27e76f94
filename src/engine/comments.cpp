// SPDX-License-Identifier: Apache-2.0
#include "engine/comments.hpp"

#include <algorithm>

namespace gouji::engine {
namespace {

Place place_of(const docx::Document& document, const docx::Paragraph& paragraph) {
  Place place;
  if (paragraph.story < document.stories.size()) place.part = document.stories[paragraph.story].name;
  if (paragraph.table == docx::kNone || paragraph.cell == docx::kNone) {
    place.paragraph = paragraph.number;
    return place;
  }
  const docx::Table& table = document.tables[paragraph.table];
  place.table = table.number;
  place.row = table.cells[paragraph.cell].row + 1;
  place.column = table.cells[paragraph.cell].column + 1;
  return place;
}

}  // namespace

std::vector<DocumentComment> comments_of(const docx::Document& document) {
  std::vector<DocumentComment> out;
  for (const docx::Comment& from : document.comments) {
    DocumentComment comment;
    comment.author = from.author;
    for (std::uint32_t index = from.first_paragraph; index < from.last_paragraph; ++index) {
      if (index > from.first_paragraph) comment.text += '\n';
      comment.text += document.text_of(document.paragraphs[index]);
    }
    if (from.first_covered < from.last_covered) {
      comment.place = place_of(document, document.paragraphs[from.first_covered]);
      comment.begin = document.paragraphs[from.first_covered].begin;
      comment.end = std::max(comment.begin + 1, document.paragraphs[from.last_covered - 1].end);
    }
    out.push_back(std::move(comment));
  }
  return out;
}

}  // namespace gouji::engine
