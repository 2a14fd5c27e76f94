// A .docx as an archive of named entries: libzip over bytes in memory, with limits against hostile archives.
// Thread rule: one Archive belongs to one thread.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "gouji/limits.hpp"
#include "gouji/result.hpp"

struct zip;

namespace gouji::docx {

class Archive {
 public:
  /// Takes the bytes and reads the directory. Fails with empty-file, not-zip, truncated-zip, encrypted, rights-managed,
  /// legacy-doc, legacy-wps, zip-bomb, ambiguous-zip or unsafe-name.
  static Result<Archive> open(std::string bytes, const Limits& limits);

  /// Names are compared as OPC does: without regard to case, with '/' between folders.
  [[nodiscard]] bool has(std::string_view name) const;
  /// The entry unpacked; missing-part, encrypted, zip-bomb, odd-compression, damaged-entry or truncated-zip otherwise.
  [[nodiscard]] Result<std::string> read(std::string_view name) const;

 private:
  struct Closer {
    void operator()(zip* archive) const;
  };

  Limits limits_;
  std::unique_ptr<std::string> bytes_;  // libzip reads from here, so its address must not move; closed after zip_
  std::unique_ptr<zip, Closer> zip_;
  std::unordered_map<std::string, std::uint64_t> entries_;  // folded name -> index
};

}  // namespace gouji::docx
