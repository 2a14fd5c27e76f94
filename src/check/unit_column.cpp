// SPDX-License-Identifier: Apache-2.0
#include "check/unit_column.hpp"

#include <algorithm>

#include "check/table_readings.hpp"
#include "check/table_sums.hpp"

namespace gouji::check {
namespace {

using facts::Fact;
using facts::FactKind;
using table::ColumnRole;
using table::RowRole;
using table::TableView;

struct Cells {
  std::vector<std::uint32_t> with_unit;
  std::vector<std::uint32_t> bare;
  bool is_mixed = false;  // units of different size
};

class UnitColumnCheck final : public Check {
 public:
  void run(const DocumentView& view, Sink& sink) const override {
    for (const TableView& each : view.tables.tables) {
      if (!each.doubt.empty() || each.has_unit_column) continue;
      const TableSums sums(view, each);
      for (std::uint32_t column = 0; column < each.columns.size(); ++column) judge(sums, column, sink);
    }
  }

 private:
  static Cells cells_of(const TableSums& sums, std::uint32_t column) {
    Cells cells;
    const TableView& view = sums.view();
    for (std::uint32_t row = view.header_rows; row < view.rows.size(); ++row) {
      const std::uint32_t index = view.fact[row][column];
      if (index == docx::kNone || sums.fact(index).value.is_zero()) continue;
      const Fact& fact = sums.fact(index);
      if (fact.kind == FactKind::money && fact.unit_source == facts::UnitSource::self) {
        if (!cells.with_unit.empty()) {
          cells.is_mixed = cells.is_mixed || !(sums.fact(cells.with_unit.front()).unit->scale == fact.unit->scale);
        }
        cells.with_unit.push_back(index);
      } else if (fact.kind == FactKind::number && fact.unit == nullptr) {
        cells.bare.push_back(index);
      }
    }
    return cells;
  }

  static void judge(const TableSums& sums, std::uint32_t column, Sink& sink) {
    const table::Column& info = sums.view().columns[column];
    const bool holds_amounts = info.is_amount() && info.unit == nullptr;
    if (!holds_amounts || info.is_mixed || sums.declared_unit(column) != nullptr) return;
    const Cells cells = cells_of(sums, column);
    if (cells.with_unit.empty() || cells.with_unit.size() + cells.bare.size() < 2) return;
    if (info.role != ColumnRole::money && cells.with_unit.size() < 2) return;
    if (!cells.is_mixed && cells.bare.empty()) return sink.holds();
    const Closing as_printed = closing(sums, column, true);
    const Closing as_written = closing(sums, column, false);
    if (as_written == Closing::exact) return sink.holds();
    Draft draft = sink.draft();
    draft.severity = as_printed == Closing::exact ? Severity::error : std::min(draft.severity, Severity::warning);
    const std::uint32_t first = cells.with_unit.front();
    std::uint32_t other = docx::kNone;
    for (const std::uint32_t index : cells.with_unit) {
      if (!(sums.fact(index).unit->scale == sums.fact(first).unit->scale) && other == docx::kNone) other = index;
    }
    if (other == docx::kNone) other = cells.bare.front();
    draft.actual = sums.fact(first).shown() + "、" + sums.fact(other).shown();
    draft.working.zh = "同一列中有 " + sums.fact(first).shown() + "，又有 " + sums.fact(other).shown();
    draft.working.en = "one column has " + sums.fact(first).shown() + " and " + sums.fact(other).shown();
    if (as_printed == Closing::exact) {
      draft.working.zh += "；只有按同一单位计算，合计才相符";
      draft.working.en += "; the total closes only when all have one unit";
    }
    draft.evidence = {spot_of(sums.document(), other, "cell"), spot_of(sums.document(), first, "cell")};
    sink.report(std::move(draft));
  }

  /// Does the total of the column close, with the units as written or with the bare figures?
  static Closing closing(const TableSums& sums, std::uint32_t column, bool printed) {
    const TableView& view = sums.view();
    const std::vector<table::Row>& rows = sums.rows_of(column);
    const TotalReadings readings(view, rows);
    Closing found = Closing::unusable;
    for (std::uint32_t total = view.header_rows; total < rows.size(); ++total) {
      if (rows[total].role != RowRole::total || view.fact[total][column] == docx::kNone) continue;
      const Fact& stated = sums.fact(view.fact[total][column]);
      for (const RowSet& parts : readings.of(total)) {
        Rational sum = 0;
        std::uint32_t count = 0;
        for (const std::uint32_t row : parts) {
          const std::uint32_t index = view.fact[row][column];
          if (index == docx::kNone) continue;
          sum += printed ? sums.fact(index).printed.value() : sums.fact(index).value;
          ++count;
        }
        if (count < 2) continue;
        if (sum == (printed ? stated.printed.value() : stated.value)) return Closing::exact;
        found = Closing::open;
      }
    }
    return found;
  }
};

}  // namespace

std::unique_ptr<Check> make_unit_column(Params& params) {
  (void)params;
  return std::make_unique<UnitColumnCheck>();
}

}  // namespace gouji::check
