// SPDX-License-Identifier: Apache-2.0
#include "config/find_config.hpp"

#include <filesystem>
#include <system_error>

namespace gouji::config {
namespace fs = std::filesystem;

bool is_top(const fs::path& folder) {
  std::error_code failed;
  return !folder.has_relative_path() || fs::exists(folder / ".git", failed);
}

std::shared_ptr<const Config> Finder::read(const std::string& file) {
  std::shared_ptr<const Config>& known = by_file_[file];
  if (known == nullptr) known = std::make_shared<const Config>(read_config(file, wishes_.folder, faults_));
  return known;
}

std::shared_ptr<const Config> Finder::of_folder(const std::string& folder) {
  const auto known = by_folder_.find(folder);
  if (known != by_folder_.end()) return known->second;
  std::error_code failed;
  const fs::path path(folder);
  const fs::path open = path / "gouji.toml";
  const fs::path hidden = path / ".gouji.toml";
  const bool has_open = fs::is_regular_file(open, failed);
  const bool has_hidden = fs::is_regular_file(hidden, failed);
  std::shared_ptr<const Config> found;
  if (has_open && has_hidden) {
    faults_.push_back({shown_path(hidden.string(), wishes_.folder),
                       {},
                       {"旁边还有 gouji.toml，两份只能留一份", "gouji.toml stands beside it; keep one of the two"}});
  }
  if (has_open || has_hidden) {
    found = read((has_open ? open : hidden).string());
  } else if (!is_top(path)) {
    found = of_folder(path.parent_path().string());
  } else if (!wishes_.user_file.empty() && fs::is_regular_file(wishes_.user_file, failed)) {
    found = read(wishes_.user_file);
  } else {
    found = std::make_shared<const Config>();
  }
  return by_folder_[folder] = found;
}

std::shared_ptr<const Config> Finder::of(const std::string& document) {
  if (wishes_.is_off) return std::make_shared<const Config>();
  if (!wishes_.file.empty()) return read(wishes_.file);
  fs::path path = (fs::path(wishes_.folder) / document).lexically_normal();
  return of_folder(path.parent_path().string());
}

}  // namespace gouji::config
