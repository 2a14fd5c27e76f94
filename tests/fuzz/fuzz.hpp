// What the targets share. A broken promise ends the program, as libFuzzer wants it.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

namespace gouji::fuzz {

inline void must(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "broken promise: %s\n", what);
  std::abort();
}

inline std::string_view view_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

/// The pieces between zero bytes, at most `most`; the last holds the rest. Missing ones are empty.
inline std::vector<std::string_view> pieces_of(std::string_view bytes, std::size_t most) {
  std::vector<std::string_view> pieces(most);
  for (std::size_t i = 0; i < most; ++i) {
    const std::size_t end = i + 1 < most ? bytes.find('\0') : std::string_view::npos;
    pieces[i] = bytes.substr(0, end);
    if (end == std::string_view::npos) break;
    bytes.remove_prefix(end + 1);
  }
  return pieces;
}

}  // namespace gouji::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
