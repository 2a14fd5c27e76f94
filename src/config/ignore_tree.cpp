// SPDX-License-Identifier: Apache-2.0
#include "config/ignore_tree.hpp"

#include <filesystem>
#include <fstream>
#include <system_error>
#include <utility>

namespace gouji::config {
namespace fs = std::filesystem;

IgnoreTree::IgnoreTree(std::string start) : top_(std::move(start)) {
  std::error_code failed;
  fs::path folder(top_);
  if (!folder.has_filename()) folder = folder.parent_path();
  top_ = folder.string();
  for (; folder.has_relative_path(); folder = folder.parent_path()) {
    if (!fs::exists(folder / ".git", failed)) continue;
    top_ = folder.string();
    break;
  }
}

const std::vector<PathPattern>& IgnoreTree::patterns_of(const std::string& folder) {
  const auto [at, is_new] = read_.try_emplace(folder);
  if (!is_new) return at->second;
  std::ifstream in(fs::path(folder) / kIgnoreFile, std::ios::binary);
  std::string line;
  for (bool is_first = true; std::getline(in, line); is_first = false) {
    if (is_first && line.substr(0, 3) == "\xEF\xBB\xBF") line.erase(0, 3);
    if (auto pattern = PathPattern::parse(line)) at->second.push_back(std::move(*pattern));
  }
  return at->second;
}

bool IgnoreTree::ignores(const std::string& path, bool is_folder) {
  fs::path folder = fs::path(path).parent_path();
  for (;;) {
    const std::string relative = fs::path(path).lexically_relative(folder).generic_string();
    if (const auto decided = decision(patterns_of(folder.string()), relative, is_folder)) return *decided;
    if (folder.string() == top_ || !folder.has_relative_path()) return false;
    folder = folder.parent_path();
  }
}

std::optional<bool> decision(const std::vector<PathPattern>& patterns, std::string_view path, bool is_folder) {
  for (auto at = patterns.rbegin(); at != patterns.rend(); ++at) {
    if (at->names(path, is_folder)) return !at->is_negated();
  }
  return std::nullopt;
}

}  // namespace gouji::config
