// Tables without lines: pieces of text that stand under each other. What comes of it is a guess and is marked so.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "input/pdf_table.hpp"

namespace gouji::input {
namespace {

constexpr double kGap = 1.5;  // ems between two columns
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

/// Columns are what is left between the gaps that all rows share.
std::vector<double> edges_of(const std::vector<std::vector<Piece>>& rows) {
  std::vector<std::pair<double, double>> taken;
  for (const auto& row : rows) {
    for (const Piece& piece : row) taken.emplace_back(piece.left, piece.right);
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

}  // namespace

PdfTable aligned_table(const std::vector<PdfLine>& lines, std::size_t at, std::size_t& end, int number) {
  PdfTable table;
  std::vector<std::vector<Piece>> rows;
  for (end = at; end < lines.size(); ++end) {
    std::vector<Piece> pieces = pieces_of(lines[end]);
    if (!is_row(pieces)) break;
    rows.push_back(std::move(pieces));
  }
  if (rows.size() < kFewestRows) return table;
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
    for (const Piece& piece : rows[row]) {
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
      cell.text = text_of_cell(std::move(words[column]), 0);
      table.cells.push_back(std::move(cell));
    }
  }
  return table;
}

}  // namespace gouji::input
