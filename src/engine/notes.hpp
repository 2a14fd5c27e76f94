// What is said of things that were read but not judged: silence would look like agreement.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "gouji/outcome.hpp"
#include "table/table_model.hpp"
#include "text/passage.hpp"

namespace gouji::engine {

/// A note "table-structure" for every table with figures whose columns could not be told apart for certain, and
/// "table-limit" for one beyond the limit of grid positions.
[[nodiscard]] std::vector<Note> notes_on_tables(const table::TableModel& tables);

/// A note "long-paragraph" where paragraphs were read in pieces.
[[nodiscard]] std::vector<Note> notes_on_text(const text::TextModel& text);

/// The note for rules that were not run because the budget was spent; its code is the reason's.
[[nodiscard]] Note note_on_rules(const Error& reason, const std::vector<std::string>& rules);

}  // namespace gouji::engine
