// The project's own lexicon, loaded once for all tests.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "lexicon/lexicon.hpp"

namespace gouji::tests {

/// Folder rules/ of the source tree.
[[nodiscard]] std::string rules_dir();
[[nodiscard]] const lexicon::Lexicon& lexicon();

}  // namespace gouji::tests
