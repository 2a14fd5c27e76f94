// The grid under one table: who covers a place, and what each cell holds.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "facts/fact.hpp"
#include "gouji/limits.hpp"

namespace gouji::table {

enum class CellKind { blank, figure, text };

struct CellInfo {
  CellKind kind = CellKind::blank;
  std::uint32_t passage = docx::kNone;
  std::uint32_t fact = docx::kNone;  // the figure, when kind is figure
  bool is_digits = false;            // nothing but digits: may be a code, a year, a running number
  int indent = 0;                    // blanks before its text
};

/// Which tables get a grid: all, until the limit of positions is reached. Wide spans make much of few cells.
class GridAllowance {
 public:
  explicit GridAllowance(const Limits& limits) : left_(limits.table_cells) {}
  [[nodiscard]] bool covers(const docx::Table& table) {
    const std::uint64_t positions = std::uint64_t{table.rows} * table.columns;
    if (positions > left_) return left_ = 0, false;
    return left_ -= positions, true;
  }

 private:
  std::uint64_t left_;
};

class Grid {
 public:
  Grid(const docx::Document& document, const text::TextModel& model, std::uint32_t table,
       const facts::FactTable& facts);

  [[nodiscard]] std::uint32_t rows() const { return table_.rows; }
  [[nodiscard]] std::uint32_t columns() const { return table_.columns; }
  [[nodiscard]] const docx::Table& table() const { return table_; }
  /// The cell that covers this place; kNone when there is none.
  [[nodiscard]] std::uint32_t owner(std::uint32_t row, std::uint32_t column) const {
    return owner_[std::size_t{row} * table_.columns + column];
  }
  [[nodiscard]] bool is_origin(std::uint32_t row, std::uint32_t column) const;
  [[nodiscard]] const CellInfo& info(std::uint32_t cell) const { return cells_[cell]; }
  [[nodiscard]] CellKind kind(std::uint32_t row, std::uint32_t column) const;
  [[nodiscard]] std::string_view text(std::uint32_t row, std::uint32_t column) const;
  [[nodiscard]] std::string_view cell_text(std::uint32_t cell) const;

 private:
  void read(std::uint32_t cell, const docx::Document& document, const facts::FactTable& facts);

  const text::TextModel& model_;
  const docx::Table& table_;
  std::uint32_t index_;
  std::vector<std::uint32_t> owner_;
  std::vector<CellInfo> cells_;
};

}  // namespace gouji::table
