// Suggestions as tracked changes: the words that stand there deleted, those that were expected inserted, by gouji.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "annotate/marks.hpp"

namespace gouji::annotate {

/// The w:t that the range covers or lies in, if a change can be made of it that shows nothing else as changed: one run
/// with one text, right in a paragraph, in no field and in no change of somebody else. kNone otherwise.
[[nodiscard]] std::uint32_t changeable_text(const Body& body, const Range& range);

/// For each mark that has a replacement: may it be made? Not where another comment begins or ends within it.
[[nodiscard]] std::vector<bool> possible_changes(const Body& body, const std::vector<Mark>& marks);

/// Without gouji's changes: what it inserted is gone, what it deleted stands again.
[[nodiscard]] std::string without_changes(const Markup& markup);

}  // namespace gouji::annotate
