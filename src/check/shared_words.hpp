// How alike two short texts are, counted in characters.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

namespace gouji::check {

/// Length of the longest stretch that stands in both.
[[nodiscard]] std::size_t longest_shared(std::string_view a, std::string_view b);
/// Insertions, deletions and replacements that turn one into the other; at most `most` + 1 is told.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t most);

}  // namespace gouji::check
