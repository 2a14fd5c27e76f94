// SPDX-License-Identifier: Apache-2.0
#include "table/grid.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace gouji::table {
namespace {

using facts::Fact;
using facts::FactKind;

/// Marks that may stand beside a figure without making the cell a sentence.
bool is_beside(char32_t code) {
  constexpr std::u32string_view kMarks = U" \n\t*＊（）()≥≤><=#+-";
  return kMarks.find(code) != std::u32string_view::npos;
}

bool is_numeric_text(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char byte) {
    return (byte >= '0' && byte <= '9') || byte == '.' || byte == ',' || byte == '-';
  });
}

}  // namespace

Grid::Grid(const docx::Document& document, const text::TextModel& model, std::uint32_t table,
           const facts::FactTable& facts)
    : model_(model), table_(document.tables[table]), index_(table) {
  owner_.assign(static_cast<std::size_t>(table_.rows) * table_.columns, docx::kNone);
  cells_.resize(table_.cells.size());
  for (std::uint32_t cell = 0; cell < table_.cells.size(); ++cell) {
    const docx::Cell& place = table_.cells[cell];
    for (std::uint32_t row = place.row; row < std::min(place.row + place.row_span, table_.rows); ++row) {
      for (std::uint32_t column = place.column; column < std::min(place.column + place.column_span, table_.columns);
           ++column) {
        owner_[std::size_t{row} * table_.columns + column] = cell;
      }
    }
    read(cell, document, facts);
  }
}

void Grid::read(std::uint32_t cell, const docx::Document& document, const facts::FactTable& facts) {
  CellInfo& info = cells_[cell];
  info.passage = model_.cell_passage[index_][cell];
  if (info.passage == docx::kNone) return;
  const std::string_view text = model_.passages[info.passage].text;
  if (text.empty()) return;
  const std::uint32_t first = model_.passages[info.passage].first_paragraph;
  if (first < document.paragraphs.size()) {
    const std::string_view source = document.text_of(document.paragraphs[first]);
    if (!document.paragraphs[first].centered) info.indent = document.paragraphs[first].indent;
    for (std::size_t at = 0; at < source.size();) {
      const char32_t code = utf8::decode(source, at);
      if (code != U' ' && code != 0x3000 && code != 0xA0 && code != U'\t') break;
      info.indent += code == 0x3000 || code == U'\t' ? 2 : 1;
      at += utf8::length(source[at]);
    }
  }
  info.kind = CellKind::text;
  info.is_digits = std::all_of(text.begin(), text.end(), [](char byte) { return byte >= '0' && byte <= '9'; });
  const facts::Range range = facts.facts_of[info.passage];
  std::uint32_t figures = 0;
  for (std::uint32_t index = range.begin; index < range.end; ++index) {
    const Fact& fact = facts.facts[index];
    if (fact.kind == FactKind::blank) {
      info.kind = CellKind::blank;
      return;
    }
    if (!fact.is_figure() && !is_numeric_text(text)) continue;
    ++figures;
    info.fact = index;
  }
  if (figures != 1 || range.end - range.begin != 1) {
    info.fact = docx::kNone;
    return;
  }
  const text::Span span = facts.facts[info.fact].span;
  for (std::size_t at = 0; at < text.size(); at += utf8::length(text[at])) {
    if (at >= span.begin && at < span.end) continue;
    if (!is_beside(utf8::decode(text, at))) {
      info.fact = docx::kNone;
      return;
    }
  }
  info.kind = CellKind::figure;
}

bool Grid::is_origin(std::uint32_t row, std::uint32_t column) const {
  const std::uint32_t cell = owner(row, column);
  return cell != docx::kNone && table_.cells[cell].row == row && table_.cells[cell].column == column;
}

CellKind Grid::kind(std::uint32_t row, std::uint32_t column) const {
  const std::uint32_t cell = owner(row, column);
  return cell == docx::kNone ? CellKind::blank : cells_[cell].kind;
}

std::string_view Grid::text(std::uint32_t row, std::uint32_t column) const {
  const std::uint32_t cell = owner(row, column);
  return cell == docx::kNone ? std::string_view() : cell_text(cell);
}

std::string_view Grid::cell_text(std::uint32_t cell) const {
  const std::uint32_t passage = cells_[cell].passage;
  return passage == docx::kNone ? std::string_view() : std::string_view(model_.passages[passage].text);
}

}  // namespace gouji::table
