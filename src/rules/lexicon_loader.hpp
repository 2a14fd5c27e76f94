// Reads rules/lexicon/*.yaml into a Lexicon. Words are folded like the text they are looked up in.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "lexicon/lexicon.hpp"
#include "rules/files.hpp"

namespace gouji::rules {

/// Everything that is right is loaded even when there are faults, so that rules can be judged in the same run.
[[nodiscard]] lexicon::Lexicon load_lexicon(const std::vector<SourceFile>& files, std::vector<yaml::Fault>& faults);

}  // namespace gouji::rules
