// What the total rows of a table say of the figures above or below them: which columns close, and what one figure
// would have to be for its column to close. Labels of rows are believed only where the figures bear them out.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>

#include "check/table_half.hpp"

namespace gouji::check {

/// One total row, or a row that is the sum of the rows beside it, and what each column makes of it.
struct BlockSum {
  std::uint32_t total = 0;
  RowSet parts;
  std::vector<std::uint32_t> closed;  // columns, without those of zeros
  std::vector<std::uint32_t> open;
  int digits = 0;  // decimal digits of evidence in the closed columns
};

class ColumnSums {
 public:
  ColumnSums(const DocumentView& document, const table::TableView& view, std::uint32_t half);

  /// A sum that the figure stands in does not close, and would with this value.
  [[nodiscard]] std::optional<Interval> wanted(std::uint32_t row, std::uint32_t column) const;
  [[nodiscard]] bool is_closed(std::uint32_t row, std::uint32_t column) const;
  [[nodiscard]] bool is_open(std::uint32_t row, std::uint32_t column) const;

 private:
  void read(const BlockSum& block);

  const table::TableView& view_;
  TableSums sums_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, Interval> wanted_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, bool> closed_;
};

/// Total rows by their labels, each with the reading that closes most columns.
[[nodiscard]] std::vector<BlockSum> labelled_blocks(const DocumentView& document, const table::TableView& view,
                                                    std::uint32_t half);
/// Rows without such a label whose figures show that they are the sum of a block of neighbours.
[[nodiscard]] std::vector<BlockSum> unlabelled_blocks(const DocumentView& document, const table::TableView& view,
                                                      std::uint32_t half);

}  // namespace gouji::check
