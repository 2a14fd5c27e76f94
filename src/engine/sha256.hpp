// sha256 in lower-case hexadecimal.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace gouji::engine {

[[nodiscard]] std::string sha256_hex(std::string_view bytes);

}  // namespace gouji::engine
