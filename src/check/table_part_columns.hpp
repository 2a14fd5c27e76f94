// Which columns may add up to a total column: from the header tree, from neighbours, from a formula row.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "table/table_model.hpp"
#include "table/words.hpp"

namespace gouji::check {

struct PartColumn {
  std::uint32_t column = 0;
  bool negative = false;
  bool operator==(const PartColumn& other) const = default;
};

struct ColumnReading {
  std::vector<PartColumn> parts;
  bool is_tree = false;      // the header tree says so
  bool is_stated = false;    // a formula row says so
  bool is_complete = false;  // with the total these are all amount columns of the half
};

/// Readings of the column as a total; empty when it is none. The tree or the formula comes first.
[[nodiscard]] std::vector<ColumnReading> column_readings(const table::TableView& view, std::uint32_t total,
                                                         const table::Words& words);

}  // namespace gouji::check
