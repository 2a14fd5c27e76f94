// Where reports go: standard output, and the files of --output.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fstream>
#include <iosfwd>
#include <memory>
#include <string>
#include <vector>

#include "cli/options.hpp"
#include "report/formats.hpp"

namespace gouji::cli {

/// The reports of one run. A file that cannot be written is told of by close(), never by the documents.
class Outputs {
 public:
  Outputs(const Options& options, const std::string& rules_hash, const std::vector<RuleInfo>& rules);

  void document(const Outcome& outcome);
  /// The paths that could not be written.
  [[nodiscard]] std::vector<std::string> close(const std::vector<Note>& notes);

 private:
  struct Output {
    std::unique_ptr<report::Reporter> reporter;
    std::string path;  // empty = standard output
    std::ofstream file;

    [[nodiscard]] std::ostream& stream();
  };
  void add(const report::Format& format, const report::ReportOptions& options, const std::string& path,
           std::ios::openmode mode);
  void add_step_summary(report::ReportOptions options);

  std::vector<std::unique_ptr<Output>> outputs_;
};

}  // namespace gouji::cli
