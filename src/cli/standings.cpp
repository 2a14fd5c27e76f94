// SPDX-License-Identifier: Apache-2.0
#include "cli/standings.hpp"

#include <utility>

#include "gate/ignore_comment.hpp"

namespace gouji::cli {

Result<Standings> Standings::open(const Options& options, const std::vector<std::string>& paths,
                                  std::vector<RuleInfo> rules) {
  Result<BaselineFile> baseline = BaselineFile::open(options);
  if (!baseline) return std::move(baseline.error());
  Result<SuppressionFiles> suppressions = SuppressionFiles::open(options, paths);
  if (!suppressions) return std::move(suppressions.error());
  Standings out;
  out.suppressions_ = std::move(suppressions.value());
  out.baseline_ = std::move(baseline.value());
  out.names_ = gate::rule_names(rules);
  out.rules_ = std::move(rules);
  return out;
}

void Standings::apply(Outcome& outcome) {
  suppressions_.apply(outcome);
  gate::apply_comments(outcome, names_);
  baseline_.apply(outcome);  // last: what is suppressed counts as met, and stays suppressed
}

std::vector<std::string> Standings::close(bool is_narrowed, std::vector<Note>& notes) {
  for (Note& note : suppressions_.notes(rules_, is_narrowed)) notes.push_back(std::move(note));
  std::vector<std::string> unwritten;
  if (std::optional<std::string> path = baseline_.close(notes)) unwritten.push_back(std::move(*path));
  return unwritten;
}

}  // namespace gouji::cli
