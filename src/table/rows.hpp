// What the rows of one block are for: label, role, code, level, parent; once for each half.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "table/blocks.hpp"
#include "table/table_model.hpp"

namespace gouji::table {

/// Fills halves and rows; needs columns and fact of the view.
void read_rows(const Grid& grid, const Block& block, const Words& words, TableView& view);

}  // namespace gouji::table
