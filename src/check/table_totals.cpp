// SPDX-License-Identifier: Apache-2.0
#include "check/table_totals.hpp"

#include <string_view>
#include <utility>
#include <vector>

#include "check/diagnose.hpp"
#include "check/working.hpp"
#include "table/words.hpp"

namespace gouji::check {
namespace {

using facts::Fact;
using table::TableView;

struct Cell {
  std::uint32_t column = 0;
  std::uint32_t fact = 0;
};

bool has(std::string_view text, std::string_view word) { return text.find(word) != std::string_view::npos; }

// The right half often has more columns than the left, so the halves are told by the two labels of the row itself.
struct Sides {
  std::uint32_t left = 0;  // columns of the labels
  std::uint32_t right = 0;
  bool is_named = false;  // 收入总计 and 支出总计, not just 总计
};

bool find_sides(const DocumentView& view, const TableView& table, std::uint32_t row, Sides& out) {
  std::vector<std::pair<std::uint32_t, std::string>> labels;
  std::uint32_t last = docx::kNone;  // a merged label covers several columns
  for (std::uint32_t column = 0; column < table.cell[row].size() && column < table.columns.size(); ++column) {
    const std::uint32_t cell = table.cell[row][column];
    if (cell == docx::kNone || cell == last) continue;
    last = cell;
    const std::uint32_t passage = view.text.cell_passage[table.table][cell];
    if (passage == docx::kNone) continue;
    std::string text = table::squeezed(table::without_brackets(view.text.passages[passage].text));
    if (text == "总计" || text == "收入总计" || text == "支出总计") labels.emplace_back(column, std::move(text));
  }
  if (labels.size() != 2) return false;
  out = {labels[0].first, labels[1].first, labels[0].second == "收入总计" && labels[1].second == "支出总计"};
  return out.is_named || (labels[0].second == "总计" && labels[1].second == "总计");
}

std::string name_of(const table::Column& column) {
  return column.path.empty() ? std::string() : table::squeezed(table::without_brackets(column.path.back()));
}

// A list that is only broken into two halves has a 总计 on each side too: the halves must be 收入 and 支出.
bool has_both_sides(const TableView& table, const Sides& sides) {
  bool income = false;
  bool expense = false;
  for (std::uint32_t column = 0; column < table.columns.size(); ++column) {
    const std::string& header = table.columns[column].header;
    (column < sides.right ? income : expense) |= has(header, column < sides.right ? "收入" : "支出");
  }
  const bool caption = has(table.caption, "收支") || (has(table.caption, "收入") && has(table.caption, "支出"));
  return caption || (income && expense);
}

std::vector<Cell> amounts(const DocumentView& view, const TableView& table, std::uint32_t row, std::uint32_t begin,
                          std::uint32_t end) {
  std::vector<Cell> cells;
  for (std::uint32_t column = begin; column < end && column < table.fact[row].size(); ++column) {
    const std::uint32_t fact = table.fact[row][column];
    if (fact == docx::kNone || view.facts.facts[fact].kind != facts::FactKind::money) continue;
    if (cells.empty() || cells.back().fact != fact) cells.push_back({column, fact});
  }
  return cells;
}

// One figure a side; else the 合计 column of the right half; else columns of the same names.
std::vector<std::pair<Cell, Cell>> pairs_of(const TableView& table, const std::vector<Cell>& left,
                                            const std::vector<Cell>& right) {
  std::vector<std::pair<Cell, Cell>> pairs;
  if (left.size() == 1 && right.size() == 1) return {{left.front(), right.front()}};
  if (left.size() == 1) {
    for (const Cell& cell : right) {
      const std::string name = name_of(table.columns[cell.column]);
      if (name == "合计" || name == "总计") pairs.emplace_back(left.front(), cell);
    }
    if (pairs.size() > 1) pairs.clear();
    return pairs;
  }
  for (const Cell& cell : left) {
    const std::string name = name_of(table.columns[cell.column]);
    for (const Cell& other : right) {
      if (!name.empty() && name == name_of(table.columns[other.column])) pairs.emplace_back(cell, other);
    }
  }
  if (pairs.size() != left.size() || left.size() != right.size()) pairs.clear();
  return pairs;
}

void judge(const DocumentView& view, Sink& sink, const Fact& income, const Fact& expense, std::uint32_t income_at,
           std::uint32_t expense_at) {
  if (income.qualifier != facts::Qualifier::exact || expense.qualifier != facts::Qualifier::exact) {
    return sink.not_comparable("约数");
  }
  if (income.value == expense.value) return sink.holds();
  Interval a = income.interval();
  const Interval b = expense.interval();
  if (view.context.has_rounding_note) {  // T7 doubles the tolerance
    const Rational more = (a.width() + b.width()) / 2;
    a = {a.low - more, a.high + more};
  }
  if (a.meets(b)) return sink.rounding();
  Draft draft = sink.draft();
  draft.working = sum_working({{income.value, false}}, expense.value, expense);
  draft.expected = show(income.value, expense);
  draft.actual = show(expense.value, expense);
  draft.cause = diagnose_value(income.value, expense.value, expense);
  wants(view, expense_at, a, draft);
  wants(view, income_at, b, draft);
  draft.evidence = {spot_of(view, expense_at, "expense_total"), spot_of(view, income_at, "income_total")};
  sink.report(std::move(draft));
}

}  // namespace

void judge_table_totals(const DocumentView& view, Sink& sink, std::set<std::uint32_t>& judged) {
  for (const TableView& table : view.tables.tables) {
    if (!table.doubt.empty()) continue;
    const auto columns = static_cast<std::uint32_t>(table.columns.size());
    for (std::uint32_t row = table.header_rows; row < table.cell.size() && row < table.fact.size(); ++row) {
      Sides sides;
      if (!find_sides(view, table, row, sides)) continue;
      if (!sides.is_named && !has_both_sides(table, sides)) continue;
      const auto pairs = pairs_of(table, amounts(view, table, row, sides.left, sides.right),
                                  amounts(view, table, row, sides.right, columns));
      if (pairs.empty()) sink.not_comparable("哪两栏");
      for (const auto& [income, expense] : pairs) {
        if (!judged.insert(expense.fact).second) continue;
        judge(view, sink, view.facts.facts[income.fact], view.facts.facts[expense.fact], income.fact, expense.fact);
      }
    }
  }
}

}  // namespace gouji::check
