// .goujiignore: which paths of a folder walk are passed over. The syntax is gitignore's, and so is the order: a
// folder's own file goes before those above it, a later line before an earlier one. Files above the start of the walk
// count up to the folder with .git; what they say of the start itself does not, for it was named.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/path_pattern.hpp"

namespace gouji::config {

inline constexpr const char* kIgnoreFile = ".goujiignore";

class IgnoreTree {
 public:
  /// `start` is the folder of the walk, absolute.
  explicit IgnoreTree(std::string start);
  /// Ask folders before what is in them, and nothing below one that is ignored.
  [[nodiscard]] bool ignores(const std::string& path, bool is_folder);

 private:
  const std::vector<PathPattern>& patterns_of(const std::string& folder);

  std::string top_;  // the highest folder whose file counts
  std::map<std::string, std::vector<PathPattern>> read_;
};

/// Does the last of these patterns that names the path ignore it? Nothing when none names it.
[[nodiscard]] std::optional<bool> decision(const std::vector<PathPattern>& patterns, std::string_view path,
                                           bool is_folder);

}  // namespace gouji::config
