// What a cell shows: its stored value through its number format, as Excel in Chinese does (ECMA-376 part
// 1, 18.8.30-31). In: the value as stored and the format code. Out: the text. Pure functions, any thread.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace gouji::xlsx {

/// The code of a built-in format as the Chinese edition has it; empty for General and for unknown ids.
[[nodiscard]] std::string_view builtin_format(int id);

/// `stored` is the content of v of a numeric cell. A value or a format that cannot be read is shown as stored.
[[nodiscard]] std::string number_text(std::string_view stored, std::string_view format, bool counts_from_1904);

}  // namespace gouji::xlsx
