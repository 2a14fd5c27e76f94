// How much of a document the reader takes before it refuses: hostile files end in an error, not in lost memory.
// Real reports measured: main part up to 8 MB, ratio up to 52:1, nesting below 200.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace gouji::docx {

struct Limits {
  std::uint64_t file_bytes = 512ull << 20;   // the .docx itself
  std::uint64_t total_bytes = 1ull << 30;    // all entries unpacked, as the directory declares them
  std::uint64_t entry_bytes = 256ull << 20;  // one entry unpacked
  std::uint64_t ratio = 200;                 // unpacked : packed, asked of entries above ratio_from bytes
  std::uint64_t ratio_from = 1ull << 20;
  std::uint64_t entries = 10'000;
  std::uint32_t xml_depth = 1'000;      // nested elements in one part
  std::uint32_t xml_tags = 12'000'000;  // tags in one part: bounds the memory of the tree
  std::uint32_t walk_depth = 600;       // nested containers that carry text (cells, controls, groups)
};

}  // namespace gouji::docx
