// Where comments hang: their ranges while a part is walked, whole paragraphs and cells afterwards.
// SPDX-License-Identifier: Apache-2.0
#include "docx/comment_walk.hpp"

#include <algorithm>

#include "docx/part_walk.hpp"

namespace gouji::docx {

void PartWalk::comment_mark(pugi::xml_node node) {
  const char* id = attribute_of(node, "id");
  if (id == nullptr) return;
  const auto next = static_cast<std::uint32_t>(state_.document.paragraphs.size());
  const std::uint32_t here = open_ ? next - 1 : next;
  CommentRange& range = state_.comment_ranges[id];
  switch (names_.tag(node)) {
    case Tag::comment_start: range.first = here; break;
    case Tag::comment_end: range.last = next == 0 ? 0 : next - 1; break;
    default: range.reference = here; break;
  }
}

namespace {

/// Where one end of the range stands in a cell, the whole cell is meant.
void widen(const Document& document, std::uint32_t paragraph, Comment& comment) {
  const Paragraph& own = document.paragraphs[paragraph];
  if (own.table == kNone || own.cell == kNone) return;
  const Cell& cell = document.tables[own.table].cells[own.cell];
  comment.first_covered = std::min(comment.first_covered, cell.first_paragraph);
  comment.last_covered = std::max(comment.last_covered, cell.last_paragraph);
}

}  // namespace

Comment comment_on(const Document& document, const CommentRange& range) {
  Comment comment;
  const auto count = static_cast<std::uint32_t>(document.paragraphs.size());
  const std::uint32_t first = range.first != kNone ? range.first : range.reference;
  std::uint32_t last = range.last != kNone ? range.last : range.reference;
  if (first >= count) return comment;
  if (last >= count || last < first) last = first;
  comment.first_covered = first;
  comment.last_covered = last + 1;
  widen(document, first, comment);
  widen(document, last, comment);
  return comment;
}

}  // namespace gouji::docx
