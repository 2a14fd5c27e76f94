// A workbook (.xlsx, .xlsm) into a Document: every visible sheet as a reader sees it, values as their number formats
// show them. A story «sheet:NAME» for each sheet; a table knows the rows and columns of its sheet (Table::sheet_rows).
// What is not read is noted: hidden sheets, rows and columns, formulas that were never calculated, drawings.
// Failure: an Error when there is no workbook to read. Thread rule: a pure function, any number of threads at once.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "base/budget.hpp"
#include "docx/document.hpp"
#include "gouji/result.hpp"

namespace gouji::xlsx {

[[nodiscard]] Result<docx::Document> read_xlsx(std::string bytes, const Budget& budget);

}  // namespace gouji::xlsx
