// ZIP archives written byte by byte, with whatever is odd about them: what a well-behaved library refuses to write.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace gouji::test {

struct RawEntry {
  std::string name;
  std::string content;
  std::string local_name{};     // where it differs from the directory's
  bool has_descriptor = false;  // sizes and checksum behind the content
  bool is_zip64 = false;        // sizes and place in the zip64 extra field
  bool has_wrong_crc = false;
  std::uint16_t method = 0;       // the content is stored as it is, whatever this says
  std::uint16_t flags = 0;        // 1 = encrypted
  std::uint32_t stated_size = 0;  // unpacked size in the directory, 0 = the truth
};

struct RawZip {
  std::vector<RawEntry> entries;
  bool is_zip64 = false;     // the end records too
  std::string before_end{};  // bytes between the directory and its end record
  std::string behind{};      // bytes behind the end record
  std::string comment{};

  [[nodiscard]] std::string bytes() const;
};

/// Plain stored entries of these parts.
[[nodiscard]] RawZip raw_zip(const std::vector<std::pair<std::string, std::string>>& parts);
/// A local header with its content, as it stands in an archive.
[[nodiscard]] std::string local_record(const RawEntry& entry);

}  // namespace gouji::test
