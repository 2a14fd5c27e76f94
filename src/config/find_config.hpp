// Which configuration file a document goes by: the nearest gouji.toml or .gouji.toml from the document's folder upward,
// no further than a folder with .git; else the user's own. Nothing is merged unless a file says `extends`.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "config/read_config.hpp"

namespace gouji::config {

struct Wishes {
  std::string folder;     // the current folder, absolute
  std::string file;       // --config: this one and no other
  bool is_off = false;    // --no-config
  std::string user_file;  // gouji.toml of the user; need not exist
};

/// Reads every file once. Not for several threads.
/// No search for a file goes above this folder: it has .git, or nothing is above it.
[[nodiscard]] bool is_top(const std::filesystem::path& folder);

/// Reads what a document goes by.
class Finder {
 public:
  explicit Finder(Wishes wishes) : wishes_(std::move(wishes)) {}

  /// Never null; a configuration without files when there is none. A folder is asked as "folder/.".
  std::shared_ptr<const Config> of(const std::string& document);
  /// All that was met so far.
  [[nodiscard]] const std::vector<toml::Fault>& faults() const { return faults_; }
  [[nodiscard]] const std::string& folder() const { return wishes_.folder; }

 private:
  std::shared_ptr<const Config> read(const std::string& file);
  std::shared_ptr<const Config> of_folder(const std::string& folder);

  Wishes wishes_;
  std::map<std::string, std::shared_ptr<const Config>> by_file_;
  std::map<std::string, std::shared_ptr<const Config>> by_folder_;
  std::vector<toml::Fault> faults_;
};

}  // namespace gouji::config
