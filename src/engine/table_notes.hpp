// What is said of tables that were read but not judged: silence would look like agreement.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "gouji/outcome.hpp"
#include "table/table_model.hpp"

namespace gouji::engine {

/// A note "table-structure" for every table with figures whose columns could not be told apart for certain.
[[nodiscard]] std::vector<Note> notes_on_tables(const table::TableModel& tables);

}  // namespace gouji::engine
