// SPDX-License-Identifier: Apache-2.0
#include "check/table_share.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "check/working.hpp"

namespace gouji::check {
namespace {

using facts::Fact;
using facts::FactKind;
using table::RowRole;
using table::TableView;

struct Line {
  std::uint32_t row = 0;
  std::uint32_t part = 0;
  std::uint32_t percent = 0;
};

/// One amount column read as what the share column is a share of.
struct Reading {
  std::uint32_t column = docx::kNone;
  std::uint32_t total_row = docx::kNone;
  std::uint32_t whole = docx::kNone;
  bool is_hundred = false;  // the total row says 100 %
  std::vector<Line> close;
  std::vector<Line> open;
  [[nodiscard]] std::size_t size() const { return close.size() + open.size(); }
  [[nodiscard]] bool is_proven(bool is_only) const {
    if (size() < 2 || close.empty()) return false;
    return (is_hundred && is_only && close.size() * 2 >= size()) || (size() >= 3 && close.size() * 5 >= size() * 3);
  }
};

template <std::size_t Size>
bool has_any(std::string_view text, const std::array<std::string_view, Size>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

bool is_share_column(const table::Column& column) {
  static constexpr std::array<std::string_view, 4> kShare{"占比", "比重", "比例", "构成"};
  static constexpr std::array<std::string_view, 12> kOther{"执行", "增",   "降",       "减",   "同比", "变动",
                                                           "完成", "上年", "补助比例", "配套", "控制", "分担"};
  const bool is_rate = column.role == table::ColumnRole::rate || column.role == table::ColumnRole::empty;
  return is_rate && has_any(column.header, kShare) && !has_any(column.header, kOther);
}

Interval share_of(const Fact& part, const Fact& whole) {
  return Interval::point(100) * part.interval() / whole.interval();
}

/// Shares of one column of one table.
class ShareColumn {
 public:
  ShareColumn(const DocumentView& view, const TableView& table, std::uint32_t column, Sink& sink)
      : view_(view), table_(table), column_(column), half_(table.columns[column].half), sink_(sink) {}

  void run() {
    std::vector<Reading> readings;
    for (std::uint32_t column = 0; column < table_.columns.size(); ++column) {
      if (!table_.columns[column].is_amount() || table_.columns[column].half != half_) continue;
      Reading reading = read(column);
      if (reading.whole != docx::kNone && reading.size() > 0) readings.push_back(std::move(reading));
    }
    if (readings.empty()) return;
    const auto best = std::max_element(readings.begin(), readings.end(), [](const Reading& a, const Reading& b) {
      return a.close.size() < b.close.size();
    });
    if (!best->is_proven(readings.size() == 1)) return sink_.not_comparable("table-structure");
    for (std::size_t i = 0; i < best->close.size(); ++i) sink_.holds();
    for (const Line& line : best->open) judge(*best, line);
  }

 private:
  [[nodiscard]] const Fact& fact(std::uint32_t index) const { return view_.facts.facts[index]; }

  [[nodiscard]] std::uint32_t figure(std::uint32_t row, std::uint32_t column) const {
    return row < table_.fact.size() && column < table_.fact[row].size() ? table_.fact[row][column] : docx::kNone;
  }

  [[nodiscard]] static bool is_usable(const Fact& each) {
    return each.is_plain() && each.qualifier == facts::Qualifier::exact && each.interval().is_defined();
  }

  [[nodiscard]] Reading read(std::uint32_t column) const {
    Reading reading;
    reading.column = column;
    const std::vector<table::Row>& rows = table_.halves[half_];
    for (std::uint32_t row = table_.header_rows; row < rows.size(); ++row) {
      if (rows[row].role != RowRole::total || figure(row, column) == docx::kNone) continue;
      if (reading.total_row != docx::kNone) return {};  // several totals: of which one?
      reading.total_row = row;
    }
    if (reading.total_row == docx::kNone) return reading;
    const std::uint32_t whole = figure(reading.total_row, column);
    if (!is_usable(fact(whole)) || fact(whole).value.is_zero() || fact(whole).value.is_negative()) return reading;
    reading.whole = whole;
    const std::uint32_t hundred = figure(reading.total_row, column_);
    reading.is_hundred =
        hundred != docx::kNone && fact(hundred).kind == FactKind::percent && fact(hundred).value == Rational(100);
    for (std::uint32_t row = table_.header_rows; row < rows.size(); ++row) {
      if (row == reading.total_row || rows[row].role == RowRole::note || rows[row].role == RowRole::header) continue;
      const Line line{row, figure(row, column), figure(row, column_)};
      if (line.part == docx::kNone || line.percent == docx::kNone) continue;
      const Fact& part = fact(line.part);
      const Fact& percent = fact(line.percent);
      if (percent.kind != FactKind::percent || part.kind != fact(whole).kind) continue;
      if (!is_usable(part) || !is_usable(percent)) continue;
      (is_close(part, fact(whole), percent) ? reading.close : reading.open).push_back(line);
    }
    return reading;
  }

  // The last place may have been shifted so that the column adds up to 100, or cut instead of rounded.
  static bool is_close(const Fact& part, const Fact& whole, const Fact& percent) {
    const Rational nominal = part.value / whole.value * Rational(100);
    return share_of(part, whole).meets(percent.interval()) || abs(nominal - percent.value) <= percent.step;
  }

  // 其中 rows and groups may state their share of a subtotal or of the row they belong to.
  [[nodiscard]] bool fits_other_whole(const Reading& reading, const Line& line) const {
    const std::vector<table::Row>& rows = table_.halves[half_];
    const table::Row& own = rows[line.row];
    const bool is_child = own.role == RowRole::of_which || own.level > 0 || own.parent != docx::kNone;
    for (std::uint32_t row = table_.header_rows; row < rows.size(); ++row) {
      const std::uint32_t whole = figure(row, reading.column);
      if (row == line.row || whole == docx::kNone || fact(whole).value.is_zero()) continue;
      if (!is_child && rows[row].role == RowRole::detail) continue;
      if (is_close(fact(line.part), fact(whole), fact(line.percent))) return true;
    }
    return false;
  }

  void judge(const Reading& reading, const Line& line) {
    if (fits_other_whole(reading, line)) return sink_.holds();
    const Fact& part = fact(line.part);
    const Fact& whole = fact(reading.whole);
    const Fact& percent = fact(line.percent);
    const Interval truth = share_of(part, whole);
    if (!truth.is_defined()) return sink_.not_comparable("bound");
    const Rational nominal = part.value / whole.value * Rational(100);
    Draft draft = sink_.draft();
    if (view_.context.has_rounding_note && doubled(truth).meets(doubled(percent.interval()))) return sink_.rounding();
    // operands too small to prove much
    if (truth.width() > nominal * Rational::of(1, 10) && doubled(truth).meets(doubled(percent.interval())))
      draft.severity = Severity::info;
    draft.expected = nominal.to_string(std::max(2, percent.printed.places)) + "%";
    draft.actual = percent.value.to_string(percent.printed.places) + "%";
    draft.working.zh =
        fmt::format("{} ÷ {} = {} ≠ {}", show(part.value, part), show(whole.value, part), draft.expected, draft.actual);
    draft.working.en = draft.working.zh;
    wants(view_, line.percent, truth, draft);
    wants(view_, line.part, percent.interval() * whole.interval() / Interval::point(Rational(100)), draft);
    draft.evidence = {spot_of(view_, line.percent, "share"), spot_of(view_, line.part, "part"),
                      spot_of(view_, reading.whole, "whole")};
    sink_.report(std::move(draft));
  }

  const DocumentView& view_;
  const TableView& table_;
  std::uint32_t column_;
  std::uint32_t half_;
  Sink& sink_;
};

}  // namespace

void judge_table_shares(const DocumentView& view, Sink& sink) {
  for (const TableView& table : view.tables.tables) {
    if (!table.doubt.empty()) continue;
    for (std::uint32_t column = 0; column < table.columns.size(); ++column) {
      if (is_share_column(table.columns[column]) && table.columns[column].half < table.halves.size()) {
        ShareColumn(view, table, column, sink).run();
      }
    }
  }
}

}  // namespace gouji::check
