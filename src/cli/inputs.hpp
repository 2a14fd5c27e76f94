// What the paths of a command line stand for: files, folders, globs, a list on standard input.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "gouji/outcome.hpp"

namespace gouji::cli {

/// A file to check, or the outcome of an argument that stands for no file.
struct Input {
  std::string path;
  std::optional<Error> error;
};

struct Inputs {
  std::vector<Input> items;              // arguments in their order, what a folder or glob gives sorted; each path once
  std::vector<std::string> passed_over;  // documents in folders that only other programs can read
  std::size_t ignored_files = 0;         // documents that .goujiignore, `exclude` or their name (~$…) kept out
  std::size_t ignored_folders = 0;       // not looked into
};

/// What is asked of a path that a folder walk meets.
struct Walk {
  std::function<bool(const std::string& path)> may_run_programs;
  std::function<bool(const std::string& path, bool is_folder)> is_excluded;
};

/// A folder stands for its office documents and PDF; without programs, for those that gouji reads by itself. A file
/// that is named is taken whatever .goujiignore says, save the lock files of office programs.
[[nodiscard]] Inputs expand(const std::vector<std::string>& arguments, const Walk& walk);

}  // namespace gouji::cli
