// What the columns of one block are for: header, unit, role, half.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "table/blocks.hpp"
#include "table/table_model.hpp"

namespace gouji::table {

/// Fills columns, formula and has_unit_column of the view.
void read_columns(const Grid& grid, const Block& block, const Words& words, bool money_table, TableView& view);

}  // namespace gouji::table
