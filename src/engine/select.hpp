// Which rules run: all but the low-confidence ones, unless the options say otherwise.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "gouji/engine.hpp"
#include "rules/rulebook.hpp"

namespace gouji::engine {

/// Indices into rulebook.rules. A name that is neither a rule nor a family is an Error "unknown-rule". A rule that is
/// selected by its own id runs whatever its confidence.
[[nodiscard]] Result<std::vector<std::size_t>> select_rules(const rules::Rulebook& rulebook,
                                                            const EngineOptions& options);

}  // namespace gouji::engine
