// SPDX-License-Identifier: Apache-2.0
#include "check/table_hundred.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "check/share_hundred.hpp"
#include "check/table_readings.hpp"
#include "check/working.hpp"

namespace gouji::check {
namespace {

using facts::Fact;
using facts::FactKind;
using table::RowRole;
using table::TableView;

struct Shares {
  std::vector<std::uint32_t> facts;
  Rational value = 0;
  Interval range = Interval::point(0);
  bool is_whole = true;  // every row has its share
};

class TableHundred final : public Check {
 public:
  void run(const DocumentView& view, Sink& sink) const override {
    const lexicon::ClassId shares = view.lexicon.class_id("table_share");
    const lexicon::ClassId others = view.lexicon.class_id("table_share_other");
    judge_text_hundred(view, sink);
    for (const TableView& table : view.tables.tables) {
      if (!table.doubt.empty() || table.continues || table.is_continued) continue;
      for (std::uint32_t column = 0; column < table.columns.size(); ++column) {
        const table::Column& info = table.columns[column];
        if (info.role != table::ColumnRole::rate || info.half >= table.halves.size()) continue;
        if (!view.lexicon.contains(shares, info.header) || view.lexicon.contains(others, info.header)) continue;
        judge(view, table, column, sink);
      }
    }
  }

 private:
  /// One total row that has a share, the figures above or below it percentages.
  static void judge(const DocumentView& view, const TableView& table, std::uint32_t column, Sink& sink) {
    const std::vector<table::Row>& rows = table.halves[table.columns[column].half];
    std::uint32_t total = docx::kNone;
    for (std::uint32_t row = table.header_rows; row < rows.size(); ++row) {
      if (rows[row].role != RowRole::total || table.fact[row][column] == docx::kNone) continue;
      if (total != docx::kNone) return sink.not_comparable("table-structure");
      total = row;
    }
    if (total == docx::kNone) return;
    const Fact& stated = view.facts.facts[table.fact[total][column]];
    if (stated.kind != FactKind::percent || !stated.is_plain()) return;
    const bool says_hundred = stated.value == Rational(100);
    Shares all;
    for (const RowSet& set : TotalReadings(table, rows).of(total)) {
      const Shares shares = sum_of(view, table, column, set);
      if (shares.facts.size() < 2 || !shares.is_whole) continue;
      if (shares.range.contains(Rational(100))) {
        if (says_hundred) return shares.value == Rational(100) ? sink.holds() : sink.rounding();
        return report(view, table, column, total, shares, sink);
      }
      if (all.facts.size() < shares.facts.size()) all = shares;
    }
    const bool has_levels = std::any_of(rows.begin(), rows.end(), [](const table::Row& row) {
      return row.level > 0 || row.role == RowRole::subtotal || row.role == RowRole::of_which;
    });
    if (all.facts.empty() || has_levels || !says_hundred) return sink.not_comparable("table-structure");
    report(view, table, column, total, all, sink);
  }

  static Shares sum_of(const DocumentView& view, const TableView& table, std::uint32_t column, const RowSet& set) {
    Shares out;
    for (const std::uint32_t row : set) {
      const std::uint32_t index = table.fact[row][column];
      if (index == docx::kNone || view.facts.facts[index].kind != FactKind::percent) {
        out.is_whole = false;
        continue;
      }
      out.facts.push_back(index);
      out.value += view.facts.facts[index].value;
      out.range = out.range + view.facts.facts[index].interval();
    }
    return out;
  }

  static void report(const DocumentView& view, const TableView& table, std::uint32_t column, std::uint32_t total,
                     const Shares& shares, Sink& sink) {
    const std::uint32_t whole = table.fact[total][column];
    const Fact& stated = view.facts.facts[whole];
    Draft draft = sink.draft();
    if (view.context.has_rounding_note && doubled(shares.range).contains(Rational(100))) return sink.rounding();
    std::string text;
    for (std::size_t i = 0; i < std::min<std::size_t>(shares.facts.size(), 12); ++i) {
      const Fact& part = view.facts.facts[shares.facts[i]];
      text += (i > 0 ? " + " : "") + part.value.to_string(part.printed.places);
    }
    if (shares.facts.size() > 12) text += " + …";
    const std::string sum = shares.value.to_string(std::max(stated.printed.places, 2));
    const std::string printed = stated.value.to_string(stated.printed.places);
    text = fmt::format("{} = {}% ≠ {}%", text, sum, printed);
    draft.working = {text, text};
    draft.expected = sum + "%";
    draft.actual = printed + "%";
    draft.evidence.push_back(spot_of(view, whole, "total"));
    if (!(stated.value == Rational(100))) wants(view, whole, Interval::point(Rational(100)), draft);
    for (const std::uint32_t index : shares.facts) {
      const Fact& part = view.facts.facts[index];
      const Interval rest = Interval::point(Rational(100)) - (shares.range - part.interval());
      wants(view, index, {min(rest.low, rest.high), max(rest.low, rest.high)}, draft);
      if (draft.evidence.size() < 13) draft.evidence.push_back(spot_of(view, index, "share"));
    }
    sink.report(std::move(draft));
  }
};

}  // namespace

std::unique_ptr<Check> make_table_hundred(Params& params) {
  (void)params;
  return std::make_unique<TableHundred>();
}

}  // namespace gouji::check
