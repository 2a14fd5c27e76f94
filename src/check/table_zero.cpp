// SPDX-License-Identifier: Apache-2.0
#include "check/table_zero.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "check/table_half.hpp"

namespace gouji::check {
namespace {

using facts::Fact;
using table::Row;
using table::RowRole;
using table::TableView;

class HalfJudge : private TableHalf {
 public:
  HalfJudge(const DocumentView& document, const TableView& view, std::uint32_t half, Sink& sink)
      : TableHalf(document, view, half, sink) {}

  void run() {
    for (std::uint32_t row = view_.header_rows; row < rows_.size(); ++row) {
      if (rows_[row].role != RowRole::total && rows_[row].role != RowRole::subtotal) continue;
      for (std::uint32_t column = 0; column < view_.columns.size(); ++column) {
        if (view_.columns[column].half == half_ && view_.columns[column].is_amount()) judge(row, column);
      }
    }
  }

 private:
  /// The rows whose total this row must be: behind it up to the next total when it leads them, else before it.
  [[nodiscard]] RowSet parts_of(std::uint32_t total) const {
    RowSet parts;
    const bool leads =
        readings_.is_first(total) || (total + 1 < rows_.size() && rows_[total + 1].role == RowRole::of_which);
    if (leads) {
      for (std::uint32_t row = total + 1; row < rows_.size() && readings_.is_data(row); ++row) {
        if (is_sum(row)) break;
        parts.push_back(row);
      }
      return parts;
    }
    for (std::uint32_t row = total; row-- > view_.header_rows;) {
      if (is_sum(row)) break;
      if (rows_[row].role == RowRole::detail) parts.insert(parts.begin(), row);
    }
    return parts;
  }

  [[nodiscard]] bool is_sum(std::uint32_t row) const {
    return rows_[row].role == RowRole::total || rows_[row].role == RowRole::subtotal;
  }

  void judge(std::uint32_t total, std::uint32_t column) {
    const std::uint32_t stated = view_.fact[total][column];
    if (stated == docx::kNone || !sums_.fact(stated).is_plain()) return;
    const bool is_zero = sums_.fact(stated).value.is_zero();
    CellSum sum;
    bool has_negative = false;
    std::size_t zeros = 0;
    for (const std::uint32_t row : parts_of(total)) {
      const std::uint32_t part = view_.fact[row][column];
      if (part == docx::kNone) continue;
      if (sums_.fact(part).value.is_zero()) {
        ++zeros;
        continue;
      }
      has_negative = has_negative || sums_.fact(part).value.is_negative();
      sums_.add(sum, row, column, sums_.fact(stated), UnitReading::own);
    }
    if (!sum.is_usable || has_negative) return sink_.not_comparable("table-cells");
    if (is_zero && sum.facts.empty()) return sink_.holds();
    if (is_zero) return report(total, column, sum);
    // every part says 0; a total above may be a part as well
    const bool is_lonely = readings_.total_before(total) == docx::kNone && rows_[total].role == RowRole::total;
    if (sum.facts.empty() && is_lonely && zeros >= 2 && zeros == parts_of(total).size())
      return report_parts(total, column);
    sink_.holds();
  }

  void report(std::uint32_t total, std::uint32_t column, const CellSum& sum) {
    Draft draft = sink_.draft();
    describe_sum(sums_, sum, view_.fact[total][column], draft);
    draft.message.zh = fmt::format("“{}”行{}为 0，其下各项不为 0", rows_[total].label, name_of(column));
    draft.message.en = fmt::format("Row “{}”{} is 0, its parts are not", rows_[total].label, name_of(column));
    sink_.report(std::move(draft));
  }

  void report_parts(std::uint32_t total, std::uint32_t column) {
    const Fact& stated = sums_.fact(view_.fact[total][column]);
    Draft draft = sink_.draft();
    draft.message.zh = fmt::format("“{}”行{}不为 0，其下各项均为 0", rows_[total].label, name_of(column));
    draft.message.en = fmt::format("Row “{}”{} is not 0, all its parts are", rows_[total].label, name_of(column));
    draft.expected = Rational(0).to_string();
    draft.actual = stated.shown();
    const std::string working = fmt::format("0 ≠ {}", draft.actual);
    draft.working = {working, working};
    draft.evidence.push_back(spot_of(document_, view_.fact[total][column], "total"));
    wants(document_, view_.fact[total][column], Interval::around(0, stated.step / 2), draft);
    for (const std::uint32_t row : parts_of(total)) {
      if (draft.evidence.size() < 12) draft.evidence.push_back(spot_of(document_, view_.fact[row][column], "part"));
    }
    sink_.report(std::move(draft));
  }

  [[nodiscard]] std::string name_of(std::uint32_t column) const {
    const auto& path = view_.columns[column].path;
    if (path.empty()) return {};
    return fmt::format("“{}”", path.back());
  }
};

class TableZeroTotal final : public Check {
 public:
  void run(const DocumentView& view, Sink& sink) const override {
    for (const TableView& each : view.tables.tables) {
      if (!each.doubt.empty() || each.continues || each.is_continued) continue;
      for (std::uint32_t half = 0; half < each.halves.size(); ++half) HalfJudge(view, each, half, sink).run();
    }
  }
};

}  // namespace

std::unique_ptr<Check> make_table_zero_total(Params& params) {
  (void)params;
  return std::make_unique<TableZeroTotal>();
}

}  // namespace gouji::check
