// Events with their dates in tables: 开工时间|竣工时间 over the columns, or one event a row. Stage-internal to
// date_order.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "check/check.hpp"
#include "check/date_order_events.hpp"

namespace gouji::check {

/// Groups of events of one thing, each to be judged on its own. Columns and rows whose text has a word of `skipped`
/// (计划, 应) are left out.
[[nodiscard]] std::vector<std::vector<DatedEvent>> find_table_events(const DocumentView& view,
                                                                     const table::TableView& table,
                                                                     const EventChain& chain,
                                                                     const std::vector<std::string>& skipped);

/// The only date of a table's cell, with month; kNone when there is none or several.
[[nodiscard]] std::uint32_t date_of_cell(const DocumentView& view, const table::TableView& table, std::size_t row,
                                         std::size_t column);

}  // namespace gouji::check
