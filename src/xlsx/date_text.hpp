// A serial number of days as a date or a time of day, through a section of a number format.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "xlsx/decimal_digits.hpp"
#include "xlsx/format_section.hpp"

namespace gouji::xlsx {

/// Nothing for a value that is no date (negative, or past the year 9999).
[[nodiscard]] std::optional<std::string> date_text(const DecimalDigits& serial, const FormatSection& section,
                                                   bool counts_from_1904);

}  // namespace gouji::xlsx
