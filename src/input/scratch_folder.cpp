// SPDX-License-Identifier: Apache-2.0
#include "input/scratch_folder.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

namespace gouji::input {

namespace fs = std::filesystem;

ScratchFolder::ScratchFolder() {
  std::error_code failed;
  const fs::path base = fs::temp_directory_path(failed);
  std::string pattern = (failed ? fs::path("/tmp") : base) / "gouji-XXXXXX";
  if (mkdtemp(pattern.data()) != nullptr) path_ = pattern;
}

ScratchFolder::~ScratchFolder() {
  if (path_.empty()) return;
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

bool ScratchFolder::make_folder(std::string_view name) const {
  std::error_code failed;
  return fs::create_directory(file(name), failed);
}

bool ScratchFolder::write(std::string_view name, std::string_view bytes) const {
  std::ofstream out(file(name), std::ios::binary | std::ios::trunc);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  return out.good();
}

std::optional<std::string> ScratchFolder::read(std::string_view name, std::uint64_t limit) const {
  std::error_code failed;
  if (fs::symlink_status(file(name), failed).type() != fs::file_type::regular) return std::nullopt;
  const std::uintmax_t size = fs::file_size(file(name), failed);
  if (failed || size > limit) return std::nullopt;
  std::ifstream in(file(name), std::ios::binary);
  std::string bytes(static_cast<std::size_t>(size), '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (static_cast<std::uintmax_t>(in.gcount()) != size) return std::nullopt;
  return bytes;
}

}  // namespace gouji::input
