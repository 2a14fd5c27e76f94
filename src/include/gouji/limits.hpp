// How much of one document gouji takes before it refuses or stops: hostile files end in a reason, not in lost memory or
// time. Every limit can be set; the defaults are far above any real report (main part up to 8 MB, ratio up to 52 : 1,
// nesting below 200 were the most that was met).
//
//   gouji::EngineOptions options;
//   options.limits.seconds = 10;                                        // by field
//   if (auto wrong = gouji::set_limit(options.limits, "time", "10"))    // by name, as --limit time=10 does
//
// What is refused while a document is read gives an outcome with status failed and the code of the limit. What runs out
// during the checks leaves the outcome checked, with a note that names the rules that were not run.
// Thread rule: plain values.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "gouji/result.hpp"

namespace gouji {

struct Limits {
  std::uint64_t file_bytes = 512ull << 20;   // the file itself
  std::uint64_t total_bytes = 1ull << 30;    // all entries unpacked, as the directory declares them
  std::uint64_t entry_bytes = 256ull << 20;  // one entry unpacked
  std::uint64_t ratio = 200;                 // unpacked : packed, asked of entries above ratio_from bytes
  std::uint64_t ratio_from = 1ull << 20;
  std::uint64_t entries = 10'000;
  std::uint32_t xml_depth = 1'000;            // nested elements in one part
  std::uint32_t xml_tags = 12'000'000;        // tags, comments and the like in one part
  std::uint32_t xml_attributes = 24'000'000;  // in one part
  std::uint32_t walk_depth = 600;             // nested containers that carry text (cells, controls, groups)
  std::uint64_t table_cells = 8'000'000;      // grid positions of all tables; a merged cell counts by what it covers
  std::uint64_t match_bytes = 64ull << 30;    // text compared with regular expressions, each comparison counted
  std::uint64_t memory_bytes = 2ull << 30;    // of the large structures, by reckoning: XML trees, text, figures
  std::uint32_t seconds = 120;                // wall time of gouji's own work; other programs have theirs
};

/// One limit as people and programs name it.
struct LimitInfo {
  const char* name;     // "xml-depth"
  std::uint64_t value;  // the default
  bool is_size;         // bytes: K, M and G may follow the number
  Bilingual meaning;
};

/// Every limit that set_limit() knows, in a fixed order.
[[nodiscard]] std::vector<LimitInfo> all_limits();

/// Sets one limit by name. An Error (code "bad-limit") for an unknown name or a value that is no whole number above 0.
[[nodiscard]] std::optional<Error> set_limit(Limits& limits, std::string_view name, std::string_view value);

}  // namespace gouji
