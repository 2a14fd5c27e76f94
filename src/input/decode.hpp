// The bytes of a text file into UTF-8.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace gouji::input {

/// By byte order mark; else UTF-8 where all of it is valid; UTF-16 where every other byte of the ASCII is zero; else
/// GB18030. Line ends become '\n'. Nothing when the bytes are no text in any of these.
[[nodiscard]] std::optional<std::string> decode_text(std::string_view bytes);

}  // namespace gouji::input
