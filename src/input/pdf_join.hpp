// Tables that go on over a page become one.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "input/pdf_table.hpp"

namespace gouji::input {

/// Appends `next` to `table` when both have the same columns; a header that is printed again is left out and counted
/// as the table's header. False, and nothing done, when they are two tables.
[[nodiscard]] bool join_tables(PdfTable& table, PdfTable& next);

}  // namespace gouji::input
