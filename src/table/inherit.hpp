// Which unit a table has, and what its bare figures become by it.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "table/grid.hpp"
#include "table/table_model.hpp"
#include "table/words.hpp"

namespace gouji::table {

/// Caption and unit from the lines above, the title rows inside and the note below.
void find_table_unit(const text::TextModel& model, const Grid& grid, const Words& words, facts::Range title_rows,
                     const TableView* previous, TableView& view);

/// Unit, kind, label and place of the facts in the data cells of the view.
void pass_on_units(const Grid& grid, const Words& words, const TableView& view, facts::FactTable& facts);

/// Reads what the scan took for a date or a code in an amount column as the number that it is.
void mend_kinds(const text::TextModel& model, const Words& words, const TableView& view, facts::FactTable& facts);

}  // namespace gouji::table
