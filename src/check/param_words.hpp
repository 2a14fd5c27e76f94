// Word classes that a rule file names.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "check/check.hpp"

namespace gouji::check {

/// The classes listed under `key`; a name that is none is a fault with the nearest that is.
[[nodiscard]] std::vector<lexicon::ClassId> word_classes(Params& params, std::string_view key);

}  // namespace gouji::check
