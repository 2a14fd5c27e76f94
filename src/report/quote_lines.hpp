// Quotes laid out for a terminal: the evidence of one place as one text, wrapped by columns, its decisive characters
// marked by weight (colour) or by a line of ^ below (no colour).
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "gouji/finding.hpp"
#include "report/reporter.hpp"

namespace gouji::report {

/// Control and direction characters, which could rewrite the terminal, as blanks or nothing.
[[nodiscard]] std::string printable(const std::string& text);

/// Same story and same paragraph or cell.
[[nodiscard]] bool is_same_place(const Place& a, const Place& b);

/// Lines without indent and line end, each at most `columns` wide. All evidence must be of one place. Stretches between
/// quotes that nobody quoted are shown as «…».
[[nodiscard]] std::vector<std::string> quote_lines(std::vector<const Evidence*> evidence, std::size_t columns,
                                                   Color color);

}  // namespace gouji::report
