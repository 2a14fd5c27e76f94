// SPDX-License-Identifier: Apache-2.0
#include "engine/sha256.hpp"

#include <sha2.h>

#include <array>
#include <cstdint>

namespace gouji::engine {

std::string sha256_hex(std::string_view bytes) {
  std::array<char, SHA256_DIGEST_STRING_LENGTH> out{};
  SHA256Data(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size(), out.data());
  return std::string(out.data());
}

}  // namespace gouji::engine
