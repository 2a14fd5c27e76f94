// Cells of a sheet as a reader takes them: titles, a line with the unit and notes are paragraphs, what stands between
// blank rows is a table.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "docx/document_builder.hpp"
#include "xlsx/sheet.hpp"

namespace gouji::xlsx {

/// Adds the sheet to the story that is open. False when a table would have more places than `most_cells` (which is
/// lessened by what is used): it is left out.
bool add_sheet(const Sheet& sheet, docx::DocumentBuilder& builder, std::uint64_t& most_cells);

}  // namespace gouji::xlsx
