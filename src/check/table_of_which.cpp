// SPDX-License-Identifier: Apache-2.0
#include "check/table_of_which.hpp"

#include <fmt/format.h>

#include "check/table_sums.hpp"
#include "check/working.hpp"

namespace gouji::check {
namespace {

using facts::Fact;
using table::RowRole;
using table::TableView;

class TableOfWhich final : public Check {
 public:
  void run(const DocumentView& view, Sink& sink) const override {
    const lexicon::ClassId changes = view.lexicon.class_id("table_change");
    for (const TableView& table : view.tables.tables) {
      if (!table.doubt.empty()) continue;
      for (std::uint32_t column = 0; column < table.columns.size(); ++column) {
        const table::Column& info = table.columns[column];
        if (!info.is_amount() || info.half >= table.halves.size()) continue;
        if (!view.lexicon.contains(changes, info.header)) judge_column(view, table, column, sink);
      }
    }
  }

 private:
  static void judge_column(const DocumentView& view, const TableView& table, std::uint32_t column, Sink& sink) {
    const TableSums sums(view, table);
    const std::vector<table::Row>& rows = sums.rows_of(column);
    for (std::uint32_t row = table.header_rows + 1; row < rows.size(); ++row) {
      if (rows[row].role != RowRole::of_which) continue;
      // 其中：…，其中：… may hang on each other: the row that has no 其中 is the whole of them all
      std::uint32_t head = row;
      while (head > table.header_rows && rows[head].role == RowRole::of_which) --head;
      if (rows[head].role != RowRole::detail && rows[head].role != RowRole::total) continue;
      const std::uint32_t part = table.fact[row][column];
      const std::uint32_t whole = table.fact[head][column];
      if (part == docx::kNone || whole == docx::kNone) continue;
      judge(sums, column, part, whole, rows[row].label, rows[head].label, sink);
    }
  }

  static void judge(const TableSums& sums, std::uint32_t column, std::uint32_t part, std::uint32_t whole,
                    const std::string& part_label, const std::string& whole_label, Sink& sink) {
    const Fact& a = sums.fact(part);
    const Fact& b = sums.fact(whole);
    const bool same = a.kind == b.kind && (a.unit == nullptr) == (b.unit == nullptr) &&
                      (a.unit == nullptr || a.unit->base == b.unit->base);
    const bool usable = a.is_plain() && b.is_plain() && !a.value.is_negative() && !b.value.is_negative();
    if (!same || !usable || sums.has_foreign_unit(part, column) || sums.has_foreign_unit(whole, column))
      return sink.not_comparable("table-cells");
    if (a.value <= b.value) return sink.holds();
    if (a.interval().meets(b.interval())) return sink.rounding();
    // total/zero-total says so
    if (b.value.is_zero()) return sink.not_comparable("table-cells");
    Draft draft = sink.draft();
    draft.severity = std::min(draft.severity, Severity::warning);
    draft.message.zh = fmt::format("“其中：{}”大于所属的“{}”", part_label, whole_label);
    draft.message.en = fmt::format("“{}” is more than “{}”, of which it is a part", part_label, whole_label);
    draft.expected = fmt::format("≤ {}", show(b.value, a));
    draft.actual = show(a.value, a);
    const std::string text = fmt::format("{} > {}", show(a.value, a), show(b.value, a));
    draft.working = {text, text};
    wants(sums.document(), part, {Rational(0), b.interval().high}, draft);
    wants(sums.document(), whole, {a.interval().low, Rational::power_of_ten(18)}, draft);
    draft.evidence = {spot_of(sums.document(), part, "part"), spot_of(sums.document(), whole, "whole")};
    sink.report(std::move(draft));
  }
};

}  // namespace

std::unique_ptr<Check> make_table_of_which(Params& params) {
  (void)params;
  return std::make_unique<TableOfWhich>();
}

}  // namespace gouji::check
