// Tables that go on over a page become one.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "input/pdf_table.hpp"

namespace gouji::input {

/// Appends `next` to `table` when both have the same columns; a header that is printed again is left out and counted
/// as the table's header. False, and nothing done, when they are two tables.
[[nodiscard]] bool join_tables(PdfTable& table, PdfTable& next);

/// Both begin and end at the same places of the line.
[[nodiscard]] bool has_same_sides(const PdfTable& a, const PdfTable& b);

}  // namespace gouji::input
