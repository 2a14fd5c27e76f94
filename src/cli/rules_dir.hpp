// Where the rules are when nobody says: $GOUJI_RULES, then beside the running program.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace gouji::cli {

/// `wish` if not empty. Else the first folder that holds a lexicon; "rules" when there is none, so that errors name it.
[[nodiscard]] std::string find_rules_dir(const std::string& wish);

}  // namespace gouji::cli
