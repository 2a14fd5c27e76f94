// One half of one table as the judges of its rows see it: a plain table is one half, a double table two.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/table_readings.hpp"
#include "check/table_sums.hpp"

namespace gouji::check {

/// Base of a judge; all it points to must outlive it.
class TableHalf {
 protected:
  TableHalf(const DocumentView& document, const table::TableView& view, std::uint32_t half, Sink& sink)
      : document_(document),
        view_(view),
        rows_(view.halves[half]),
        half_(half),
        sums_(document, view),
        readings_(view, rows_),
        sink_(sink) {}

  const DocumentView& document_;
  const table::TableView& view_;
  const std::vector<table::Row>& rows_;
  std::uint32_t half_;
  TableSums sums_;
  TotalReadings readings_;
  Sink& sink_;
};

}  // namespace gouji::check
