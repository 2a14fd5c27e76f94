// What a text must contain for a pattern to match: looked for before the automaton is built or run. Stage-internal.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gouji::text {

/// Literals of which every match holds at least one. Empty = nothing can be said (a class, an optional part, flags).
/// The pattern must be sound RE2 syntax.
[[nodiscard]] std::vector<std::string> required_literals(std::string_view pattern);

}  // namespace gouji::text
