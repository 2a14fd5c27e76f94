// Which rows a total row may be the total of: every plausible reading, and the one that the structure proves.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "table/table_model.hpp"

namespace gouji::check {

using RowSet = std::vector<std::uint32_t>;

/// Rows of one half that a total could cover.
class TotalReadings {
 public:
  TotalReadings(const table::TableView& view, const std::vector<table::Row>& rows);

  /// Every plausible set of parts for the total (or subtotal) in this row.
  [[nodiscard]] std::vector<RowSet> of(std::uint32_t total) const;

  [[nodiscard]] bool is_data(std::uint32_t row) const;
  /// Rows that hold parts, before (or behind) the total: no totals, subtotals, 其中 rows, groups without figures.
  [[nodiscard]] RowSet details(std::uint32_t begin, std::uint32_t end) const;
  [[nodiscard]] RowSet top_level(const RowSet& rows) const;
  [[nodiscard]] RowSet leaves(const RowSet& rows) const;
  [[nodiscard]] const RowSet& children(std::uint32_t row) const { return children_[row]; }
  [[nodiscard]] bool has_levels(const RowSet& rows) const;
  /// The last total before this row; kNone when there is none.
  [[nodiscard]] std::uint32_t total_before(std::uint32_t row) const;
  [[nodiscard]] std::uint32_t first_data() const;
  [[nodiscard]] std::uint32_t end_data() const;
  [[nodiscard]] bool is_first(std::uint32_t total) const;

 private:
  void add_block(std::uint32_t begin, std::uint32_t end, std::vector<RowSet>& out) const;
  /// Without up to `more` rows that stand right behind a 其中 row.
  [[nodiscard]] RowSet without_fellows(const RowSet& rows, std::uint32_t more) const;
  [[nodiscard]] bool is_total(std::uint32_t row) const { return rows_[row].role == table::RowRole::total; }
  [[nodiscard]] bool is_subtotal(std::uint32_t row) const { return rows_[row].role == table::RowRole::subtotal; }

  const table::TableView& view_;
  const std::vector<table::Row>& rows_;
  std::vector<RowSet> children_;  // by row: the detail rows that hang on it
};

}  // namespace gouji::check
