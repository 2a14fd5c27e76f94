// A private temporary folder that goes away with all that is in it; if gouji is killed, the next run removes it.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gouji::input {

class ScratchFolder {
 public:
  ScratchFolder();  // mode 0700, under $TMPDIR or /tmp
  ~ScratchFolder();
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;

  [[nodiscard]] bool is_there() const { return !path_.empty(); }
  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] std::string file(std::string_view name) const { return path_ + "/" + std::string(name); }

  [[nodiscard]] bool make_folder(std::string_view name) const;
  [[nodiscard]] bool write(std::string_view name, std::string_view bytes) const;
  /// Nothing when the file is missing, no plain file, or larger than `limit`.
  [[nodiscard]] std::optional<std::string> read(std::string_view name, std::uint64_t limit) const;

 private:
  std::string path_;
  int lock_ = -1;  // held as long as the folder is in use
};

}  // namespace gouji::input
