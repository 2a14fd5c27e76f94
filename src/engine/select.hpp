// Which rules run, under which profile: all but the low-confidence ones, unless the options say otherwise.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "gouji/engine.hpp"
#include "rules/rulebook.hpp"

namespace gouji::engine {

struct Selection {
  std::vector<std::size_t> rules;           // indices into rulebook.rules
  const check::Profile* profile = nullptr;  // of the rulebook
  std::string genre;                        // empty = read from the document
  std::vector<SeverityChange> severity;

  /// The one that decides on this rule; nullptr when none does.
  [[nodiscard]] const SeverityChange* change(const rules::Rule& rule) const;
};

/// A name that is neither a rule nor a family is an Error "unknown-rule"; likewise "unknown-genre" and
/// "unknown-profile". A rule that is selected by its own id runs whatever its confidence.
[[nodiscard]] Result<Selection> select_rules(const rules::Rulebook& rulebook, const EngineOptions& options);

}  // namespace gouji::engine
