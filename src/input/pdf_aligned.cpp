// Tables without lines: pieces of text that stand under each other. What comes of it is a guess and is marked so.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "input/pdf_table.hpp"

namespace gouji::input {
namespace {

constexpr double kGap = 1.5;     // ems between two columns
constexpr double kBeside = 0.3;  // ems between the lines of a cell, at either end of a table
constexpr double kInside = 0.9;  // the same where rows follow
constexpr std::size_t kFewestRows = 3;

struct Piece {
  double left = 0;
  double right = 0;
  std::vector<PdfWord> words;
  [[nodiscard]] bool is_figure() const {
    return std::all_of(words.begin(), words.end(), [](const PdfWord& word) {
      return word.text.find_first_not_of("0123456789.,-%+") == std::string::npos;
    });
  }
};

std::vector<Piece> pieces_of(const PdfLine& line) {
  std::vector<Piece> pieces;
  for (const PdfWord& word : line.words) {
    if (pieces.empty() || word.left - pieces.back().right > kGap * line.em())
      pieces.push_back({word.left, word.right, {}});
    pieces.back().right = std::max(pieces.back().right, word.right);
    pieces.back().words.push_back(word);
  }
  return pieces;
}

bool is_row(const std::vector<Piece>& pieces) {
  return pieces.size() > 2 || (pieces.size() == 2 && (pieces[1].is_figure() && pieces[0].words.size() < 4));
}

struct FoundRow {
  double middle = 0;
  std::vector<Piece> pieces;
};

/// Columns are what is left between the gaps that all rows share.
std::vector<double> edges_of(const std::vector<FoundRow>& rows) {
  std::vector<std::pair<double, double>> taken;
  for (const FoundRow& row : rows) {
    for (const Piece& piece : row.pieces) taken.emplace_back(piece.left, piece.right);
  }
  std::sort(taken.begin(), taken.end());
  std::vector<double> edges{taken.front().first};
  double right = taken.front().second;
  for (const auto& [from, to] : taken) {
    if (from > right) edges.push_back((right + from) / 2);
    right = std::max(right, to);
  }
  edges.push_back(right);
  return edges;
}

/// Part of a wrapped cell: short, and near its neighbour. A caption is none.
bool is_wrapped_part(const PdfLine& line, const PdfLine& neighbour, double most) {
  constexpr double kShort = 12;  // ems
  const double gap = std::max(line.top - neighbour.bottom, neighbour.top - line.bottom);
  const std::vector<Piece> pieces = pieces_of(line);
  const bool is_short = std::all_of(pieces.begin(), pieces.end(),
                                    [&](const Piece& piece) { return piece.right - piece.left < kShort * line.em(); });
  const bool is_caption = line.text.rfind("表", 0) == 0 || line.text.find("单位：") != std::string::npos;
  return is_short && !is_caption && gap < most * line.em();
}

bool is_row_at(const std::vector<PdfLine>& lines, std::size_t at) {
  return at < lines.size() && is_row(pieces_of(lines[at]));
}

/// The rows from `at` on; wrapped parts are put to the nearest row.
std::vector<FoundRow> rows_from(const std::vector<PdfLine>& lines, std::size_t at, std::size_t& end) {
  std::vector<FoundRow> rows;
  std::vector<std::size_t> parts;
  for (end = at; end < lines.size(); ++end) {
    std::vector<Piece> pieces = pieces_of(lines[end]);
    const bool is_inside = end > at && (is_row_at(lines, end + 1) || is_row_at(lines, end + 2));
    if (is_row(pieces)) {
      rows.push_back({(lines[end].top + lines[end].bottom) / 2, std::move(pieces)});
    } else if ((is_row_at(lines, end + 1) && is_wrapped_part(lines[end], lines[end + 1], kBeside)) ||
               (end > at && is_wrapped_part(lines[end], lines[end - 1], is_inside ? kInside : kBeside))) {
      parts.push_back(end);
    } else {
      break;
    }
  }
  // a figure between two others in one line is no running text, however few such lines there are
  const bool is_plain = std::any_of(rows.begin(), rows.end(), [](const FoundRow& row) {
    return row.pieces.size() > 2 &&
           std::any_of(row.pieces.begin(), row.pieces.end(), [](const Piece& piece) { return piece.is_figure(); });
  });
  if (rows.size() < (is_plain ? 1 : kFewestRows)) return {};
  for (const std::size_t part : parts) {
    const double middle = (lines[part].top + lines[part].bottom) / 2;
    auto nearest = std::min_element(rows.begin(), rows.end(), [&](const FoundRow& a, const FoundRow& b) {
      return std::abs(a.middle - middle) < std::abs(b.middle - middle);
    });
    for (Piece& piece : pieces_of(lines[part])) nearest->pieces.push_back(std::move(piece));
  }
  return rows;
}

}  // namespace

PdfTable aligned_table(const std::vector<PdfLine>& lines, std::size_t at, std::size_t& end, int number) {
  PdfTable table;
  const std::vector<FoundRow> rows = rows_from(lines, at, end);
  if (rows.empty()) return table;
  const std::vector<double> edges = edges_of(rows);
  if (edges.size() < 3) return table;
  table.page = number;
  table.top = lines[at].top;
  table.bottom = lines[end - 1].bottom;
  table.edges = edges;
  table.rows = static_cast<std::uint32_t>(rows.size());
  table.is_guessed = true;
  for (std::uint32_t row = 0; row < table.rows; ++row) {
    std::vector<std::vector<PdfWord>> words(table.columns());
    for (const Piece& piece : rows[row].pieces) {
      const double middle = (piece.left + piece.right) / 2;
      const auto column = static_cast<std::size_t>(
          std::clamp<std::ptrdiff_t>(std::upper_bound(edges.begin(), edges.end(), middle) - edges.begin() - 1, 0,
                                     static_cast<std::ptrdiff_t>(table.columns()) - 1));
      words[column].insert(words[column].end(), piece.words.begin(), piece.words.end());
    }
    for (std::uint32_t column = 0; column < table.columns(); ++column) {
      PdfCell cell;
      cell.row = row;
      cell.column = column;
      cell.page = number;
      cell.text = text_of_cell(std::move(words[column]), 0).text;
      table.cells.push_back(std::move(cell));
    }
  }
  return table;
}

}  // namespace gouji::input
