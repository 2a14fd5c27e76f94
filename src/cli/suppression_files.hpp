// The suppression files of a run: the nearest gouji.suppress.toml (or .gouji.suppress.toml) from each document's folder
// upward, no further than a folder with .git; or the one of --suppressions for all.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "cli/options.hpp"
#include "gate/suppressions.hpp"

namespace gouji::cli {

class SuppressionFiles {
 public:
  /// Reads all that the documents of this run go by; every fault of every file in one Error "bad-suppressions".
  static Result<SuppressionFiles> open(const Options& options, const std::vector<std::string>& paths);

  void apply(Outcome& outcome);
  /// What is to be said of the entries behind the last document.
  [[nodiscard]] std::vector<Note> notes(const std::vector<RuleInfo>& rules, bool is_narrowed) const;

 private:
  struct File {
    gate::Suppressions entries;
    std::filesystem::path folder;
    bool is_whole = false;  // an argument of the run is its folder or one above
  };
  [[nodiscard]] std::string nearest(const std::filesystem::path& folder);

  std::string today_;
  std::string one_;                                       // of --suppressions
  std::map<std::filesystem::path, std::string> nearest_;  // folder → file; empty = none
  std::map<std::string, File> files_;
};

}  // namespace gouji::cli
