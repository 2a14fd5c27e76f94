// What becomes of the findings of a run: suppressed by a file beside the reports or a comment in the document, known by
// the baseline. Every command that shows findings asks here, so that they all agree.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "cli/baseline_file.hpp"
#include "cli/options.hpp"
#include "cli/suppression_files.hpp"

namespace gouji::cli {

class Standings {
 public:
  /// Of these documents; `rules` are all that there are, on or off.
  static Result<Standings> open(const Options& options, const std::vector<std::string>& paths,
                                std::vector<RuleInfo> rules);

  void apply(Outcome& outcome);

  /// Behind the last document: what is to be said of the run, and the baseline written if that was asked for. The paths
  /// that could not be written. `is_narrowed`: some rules were taken out by name.
  [[nodiscard]] std::vector<std::string> close(bool is_narrowed, std::vector<Note>& notes);

 private:
  SuppressionFiles suppressions_;
  BaselineFile baseline_;
  std::vector<RuleInfo> rules_;
  std::vector<std::string> names_;  // of rules and families
};

}  // namespace gouji::cli
