// The baseline file of a run: read before, applied to every outcome, written behind when that was asked for.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "cli/options.hpp"
#include "gate/baseline.hpp"

namespace gouji::cli {

class BaselineFile {
 public:
  /// Without --baseline one that does nothing. A missing file is an Error, unless it is to be written.
  static Result<BaselineFile> open(const Options& options);

  void apply(Outcome& outcome);
  /// Writes the file if it was asked for, and adds what is to be said of the run; the path when it could not be
  /// written.
  [[nodiscard]] std::optional<std::string> close(std::vector<Note>& notes);

 private:
  [[nodiscard]] bool exists(const std::string& path) const;

  std::filesystem::path path_;  // empty = none
  std::filesystem::path folder_;
  bool updates_ = false;
  bool prunes_ = false;
  gate::Baseline baseline_;
};

}  // namespace gouji::cli
