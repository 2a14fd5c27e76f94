// Where the rules are when nobody says: $GOUJI_RULES, then beside the running program.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace gouji::cli {

/// `wish` if not empty. Else the first folder that holds a lexicon; "rules" when there is none, so that errors name it.
[[nodiscard]] std::string find_rules_dir(const std::string& wish);

struct RulesDirs {
  std::string base;                // holds a lexicon
  std::vector<std::string> packs;  // in the order given
};

/// The first folder that holds a lexicon is the base; all others are packs over it. Where none does, the base is the
/// one that is found when nobody says.
[[nodiscard]] RulesDirs find_rules_dirs(const std::vector<std::string>& wishes);

}  // namespace gouji::cli
