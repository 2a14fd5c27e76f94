// sha256 of bytes that are there as a whole.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace gouji {

[[nodiscard]] std::array<std::uint8_t, 32> sha256(std::string_view bytes);
/// In lower-case hexadecimal.
[[nodiscard]] std::string sha256_hex(std::string_view bytes);

}  // namespace gouji
