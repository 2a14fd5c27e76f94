// SPDX-License-Identifier: Apache-2.0
#include "base/sha256.hpp"

#include <sha2.h>

namespace gouji {

std::array<std::uint8_t, 32> sha256(std::string_view bytes) {
  static_assert(SHA256_DIGEST_LENGTH == 32);
  SHA2_CTX context;
  SHA256Init(&context);
  SHA256Update(&context, reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  std::array<std::uint8_t, 32> digest{};
  SHA256Final(digest.data(), &context);
  return digest;
}

std::string sha256_hex(std::string_view bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out;
  for (const std::uint8_t byte : sha256(bytes)) {
    out += kDigits[byte >> 4u];
    out += kDigits[byte & 15u];
  }
  return out;
}

}  // namespace gouji
