// SPDX-License-Identifier: Apache-2.0
#include "check/column_sums.hpp"

#include <algorithm>

namespace gouji::check {
namespace {

using facts::Fact;
using facts::FactKind;
using table::RowRole;

constexpr std::size_t kMostRows = 60;
constexpr int kSpare = 3;

int magnitude(const Rational& value) {
  int digits = 0;
  for (Rational rest = abs(value); rest >= Rational(10) && digits < 18; rest = rest / Rational(10)) ++digits;
  return digits;
}

BlockSum judge_block(const TableSums& sums, std::uint32_t half, std::uint32_t total, RowSet parts) {
  BlockSum block;
  block.total = total;
  block.parts = std::move(parts);
  const table::TableView& view = sums.view();
  for (std::uint32_t column = 0; column < view.columns.size(); ++column) {
    if (view.columns[column].half != half || !view.columns[column].is_amount()) continue;
    const std::uint32_t index = view.fact[total][column];
    if (index == docx::kNone || sums.fact(index).kind == FactKind::percent) continue;
    const CellSum sum = sums.over_rows(block.parts, column, sums.fact(index), UnitReading::own);
    const Closing closing = sums.compare(sum, index, column, UnitReading::own);
    if (closing == Closing::unusable) continue;
    if (closing == Closing::open) {
      block.open.push_back(column);
    } else if (!sums.fact(index).value.is_zero() && sum.facts.size() > 1) {
      block.closed.push_back(column);
      const Fact& stated = sums.fact(index);
      const Rational steps = stated.value / stated.step;
      const auto summands = static_cast<std::int64_t>(sum.facts.size());
      block.digits += magnitude(closing == Closing::exact ? steps : steps / Rational(summands));
    }
  }
  return block;
}

}  // namespace

std::vector<BlockSum> labelled_blocks(const DocumentView& document, const table::TableView& view, std::uint32_t half) {
  const TableSums sums(document, view);
  const std::vector<table::Row>& rows = view.halves[half];
  const TotalReadings readings(view, rows);
  std::vector<BlockSum> out;
  for (std::uint32_t row = view.header_rows; row < rows.size(); ++row) {
    if (rows[row].role != RowRole::total && rows[row].role != RowRole::subtotal) continue;
    BlockSum best;
    for (RowSet& parts : readings.of(row)) {
      BlockSum block = judge_block(sums, half, row, std::move(parts));
      if (block.closed.size() > best.closed.size() || (best.parts.empty() && block.parts.size() > 1))
        best = std::move(block);
    }
    if (!best.parts.empty()) out.push_back(std::move(best));
  }
  return out;
}

std::vector<BlockSum> unlabelled_blocks(const DocumentView& document, const table::TableView& view,
                                        std::uint32_t half) {
  const TableSums sums(document, view);
  const std::vector<table::Row>& rows = view.halves[half];
  RowSet data;
  for (std::uint32_t row = view.header_rows; row < rows.size(); ++row) {
    const RowRole role = rows[row].role;
    if (role != RowRole::header && role != RowRole::note && role != RowRole::empty) data.push_back(row);
  }
  std::vector<BlockSum> out;
  if (data.size() < 3 || data.size() > kMostRows) return out;
  const auto amounts = std::count_if(view.columns.begin(), view.columns.end(),
                                     [](const table::Column& column) { return column.is_amount(); });
  const auto pairs = static_cast<std::int64_t>(data.size() * data.size());
  const int needed = magnitude(Rational(pairs * amounts)) + kSpare;
  std::vector<std::uint32_t> columns;
  for (std::uint32_t column = 0; column < view.columns.size(); ++column) {
    if (view.columns[column].half == half && view.columns[column].is_amount()) columns.push_back(column);
  }
  // most runs close in no column: a look at the plain sums spares the rest
  const auto may_close = [&](const std::vector<Rational>& running, std::uint32_t total, std::size_t parts) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const std::uint32_t index = view.fact[total][columns[i]];
      if (index == docx::kNone) continue;
      const Fact& stated = sums.fact(index);
      const Rational most = stated.step * Rational(static_cast<std::int64_t>(parts) + 1);
      if (abs(running[i] - stated.value) <= most) return true;
    }
    return false;
  };
  for (std::size_t at = 0; at < data.size(); ++at) {
    const RowRole role = rows[data[at]].role;
    if (role == RowRole::total || role == RowRole::subtotal) continue;
    const auto try_run = [&](bool is_before) {
      RowSet parts;
      BlockSum best;
      std::vector<Rational> running(columns.size(), 0);
      for (std::size_t step = 1; is_before ? step <= at : at + step < data.size(); ++step) {
        const std::uint32_t row = data[is_before ? at - step : at + step];
        if (rows[row].role == RowRole::total || rows[row].role == RowRole::subtotal) break;
        parts.push_back(row);
        for (std::size_t i = 0; i < columns.size(); ++i) {
          const std::uint32_t index = view.fact[row][columns[i]];
          if (index != docx::kNone) running[i] += sums.fact(index).value;
        }
        if (parts.size() < 2 || !may_close(running, data[at], parts.size())) continue;
        BlockSum block = judge_block(sums, half, data[at], parts);
        if (block.digits >= needed && block.digits > best.digits) best = std::move(block);
      }
      if (!best.parts.empty()) out.push_back(std::move(best));
    };
    try_run(true);
    try_run(false);
  }
  return out;
}

ColumnSums::ColumnSums(const DocumentView& document, const table::TableView& view, std::uint32_t half)
    : view_(view), sums_(document, view) {
  for (const BlockSum& block : labelled_blocks(document, view, half)) read(block);
  for (const BlockSum& block : unlabelled_blocks(document, view, half)) read(block);
}

void ColumnSums::read(const BlockSum& block) {
  for (const std::uint32_t column : block.closed) {
    closed_[{block.total, column}] = true;
    for (const std::uint32_t row : block.parts) closed_[{row, column}] = true;
  }
  if (view_.is_continued || view_.continues) return;
  for (const std::uint32_t column : block.open) {
    const std::uint32_t total = view_.fact[block.total][column];
    const CellSum sum = sums_.over_rows(block.parts, column, sums_.fact(total), UnitReading::own);
    if (may_be_mean(sums_, sum, total)) continue;
    wanted_.insert({{block.total, column}, sum.range});
    const Interval gap = sums_.fact(total).interval() - sum.range;
    for (const std::uint32_t part : sum.facts) {
      const Interval own = sums_.fact(part).interval();
      const Rational half_step = own.width() / 2;
      wanted_.insert(
          {{sums_.fact(part).row, column}, {own.middle() + gap.low + half_step, own.middle() + gap.high - half_step}});
    }
  }
}

std::optional<Interval> ColumnSums::wanted(std::uint32_t row, std::uint32_t column) const {
  const auto at = wanted_.find({row, column});
  return at == wanted_.end() ? std::nullopt : std::optional<Interval>(at->second);
}

bool ColumnSums::is_closed(std::uint32_t row, std::uint32_t column) const {
  return closed_.count({row, column}) > 0 && wanted_.count({row, column}) == 0;
}

bool ColumnSums::is_open(std::uint32_t row, std::uint32_t column) const { return wanted_.count({row, column}) > 0; }

}  // namespace gouji::check
