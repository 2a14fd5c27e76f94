// One rule file to one Rule.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <vector>

#include "rules/files.hpp"
#include "rules/rulebook.hpp"

namespace gouji::rules {

/// Nothing when the file is no YAML map or its kind is unknown; other faults are appended and the rule is returned.
[[nodiscard]] std::optional<Rule> load_rule(const SourceFile& file, const lexicon::Lexicon& lexicon,
                                            std::vector<yaml::Fault>& faults);

}  // namespace gouji::rules
