// What the paths of a command line stand for: files, folders, globs, a list on standard input.
// SPDX-License-Identifier: Apache-2.0
#pragma once

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
};

/// A folder stands for its office documents and PDF; without programs, for those that gouji reads by itself.
[[nodiscard]] Inputs expand(const std::vector<std::string>& arguments, bool with_programs);

}  // namespace gouji::cli
