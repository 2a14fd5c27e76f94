// SPDX-License-Identifier: Apache-2.0
#include "check/table_readings.hpp"

#include <algorithm>

namespace gouji::check {
namespace {

// Beyond these a table is no longer read row by row by people; without them time would grow with a power of its rows.
constexpr std::size_t kMostRun = 200;
constexpr std::size_t kMostTotals = 24;

using table::Row;
using table::RowRole;

void keep(RowSet rows, std::vector<RowSet>& out) {
  if (!rows.empty() && std::find(out.begin(), out.end(), rows) == out.end()) out.push_back(std::move(rows));
}

}  // namespace

bool TotalReadings::is_data(std::uint32_t row) const {
  const RowRole role = rows_[row].role;
  return role != RowRole::header && role != RowRole::note && role != RowRole::empty;
}

std::uint32_t TotalReadings::first_data() const {
  std::uint32_t row = view_.header_rows;
  while (row < rows_.size() && !is_data(row)) ++row;
  return row;
}

std::uint32_t TotalReadings::end_data() const {
  auto end = static_cast<std::uint32_t>(rows_.size());
  while (end > view_.header_rows && !is_data(end - 1)) --end;
  return end;
}

bool TotalReadings::is_first(std::uint32_t total) const { return details(first_data(), total).empty(); }

RowSet TotalReadings::details(std::uint32_t begin, std::uint32_t end) const {
  RowSet out;
  for (std::uint32_t row = begin; row < end; ++row) {
    if (rows_[row].role == RowRole::detail || (rows_[row].role == RowRole::group && !rows_[row].label.empty()))
      out.push_back(row);
  }
  return out;
}

RowSet TotalReadings::top_level(const RowSet& rows) const {
  int least = 1000;
  for (const std::uint32_t row : rows) least = std::min(least, rows_[row].level);
  RowSet out;
  for (const std::uint32_t row : rows) {
    if (rows_[row].level == least) out.push_back(row);
  }
  return out;
}

RowSet TotalReadings::without_fellows(const RowSet& rows, std::uint32_t more) const {
  RowSet out;
  std::uint32_t skip = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const bool is_behind = rows[i] > 0 && rows_[rows[i] - 1].role == RowRole::of_which;
    if (is_behind) skip = more;
    if (skip == 0 || (!is_behind && rows[i] != rows[i - 1] + 1)) {
      skip = 0;
      out.push_back(rows[i]);
    } else {
      --skip;
    }
  }
  return out;
}

RowSet TotalReadings::leaves(const RowSet& rows) const {
  RowSet out;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (i + 1 == rows.size() || rows_[rows[i + 1]].level <= rows_[rows[i]].level) out.push_back(rows[i]);
  }
  return out;
}

TotalReadings::TotalReadings(const table::TableView& view, const std::vector<table::Row>& rows)
    : view_(view), rows_(rows), children_(rows.size()) {
  for (std::uint32_t row = 0; row < rows_.size(); ++row) {
    const std::uint32_t parent = rows_[row].parent;
    if (parent < row && rows_[row].role == RowRole::detail) children_[parent].push_back(row);
  }
}

bool TotalReadings::has_levels(const RowSet& rows) const {
  return std::any_of(rows.begin(), rows.end(),
                     [&](std::uint32_t row) { return rows_[row].level != rows_[rows[0]].level; });
}

std::uint32_t TotalReadings::total_before(std::uint32_t row) const {
  while (row-- > view_.header_rows) {
    if (is_total(row)) return row;
  }
  return docx::kNone;
}

void TotalReadings::add_block(std::uint32_t begin, std::uint32_t end, std::vector<RowSet>& out) const {
  const RowSet all = details(begin, end);
  keep(all, out);
  keep(top_level(all), out);
  keep(leaves(all), out);
  // «其中：a» and the b behind it without 其中: both hang on the row above
  for (std::uint32_t more = 1; more <= 4; ++more) {
    const RowSet without = without_fellows(all, more);
    if (without.size() == all.size() || without.size() < 2) break;
    keep(without, out);
  }
  RowSet subtotals;
  std::uint32_t last_subtotal = docx::kNone;
  for (std::uint32_t row = begin; row < end; ++row) {
    if (!is_subtotal(row)) continue;
    subtotals.push_back(row);
    last_subtotal = row;
  }
  if (subtotals.empty()) return;
  keep(subtotals, out);
  // 小计 at the foot of its group, and rows behind the last one that belong to no group
  RowSet with_rest = subtotals;
  for (const std::uint32_t row : details(last_subtotal + 1, end)) with_rest.push_back(row);
  keep(with_rest, out);
  RowSet with_head = details(begin, subtotals.front());
  with_head.insert(with_head.end(), subtotals.begin(), subtotals.end());
  keep(with_head, out);
}

std::vector<RowSet> TotalReadings::of(std::uint32_t total) const {
  std::vector<RowSet> out;
  const std::uint32_t first = first_data();
  const std::uint32_t end = end_data();
  // before it: from the start, since the last total, since the last subtotal, or any run that ends here
  add_block(first, total, out);
  RowSet totals;
  for (std::uint32_t row = first; row < total; ++row) {
    if (is_total(row)) totals.push_back(row);
  }
  for (std::size_t i = totals.size() - std::min(totals.size(), kMostTotals); i < totals.size(); ++i) {
    const std::uint32_t before = totals[i];
    add_block(before + 1, total, out);
    RowSet chain{before};
    for (const std::uint32_t row : details(before + 1, total)) chain.push_back(row);
    if (chain.size() > 1) keep(chain, out);
    RowSet chain_top{before};
    for (const std::uint32_t row : top_level(details(before + 1, total))) chain_top.push_back(row);
    if (chain_top.size() > 1) keep(chain_top, out);
  }
  if (totals.size() > 1) keep(totals, out);
  for (std::uint32_t row = total; row-- > first;) {
    if (!is_subtotal(row)) continue;
    add_block(row + 1, total, out);
    break;
  }
  const RowSet before_all = details(first, total);
  const std::size_t longest = std::max<std::size_t>(1, before_all.size() - std::min(before_all.size(), kMostRun));
  for (std::size_t from = longest; from + 1 < before_all.size(); ++from) {
    keep(RowSet(before_all.begin() + static_cast<std::ptrdiff_t>(from), before_all.end()), out);
  }
  // behind it: up to the end, the next total or the next subtotal
  std::uint32_t next_total = total + 1;
  while (next_total < end && !is_total(next_total)) ++next_total;
  std::uint32_t next_subtotal = total + 1;
  while (next_subtotal < next_total && !is_subtotal(next_subtotal)) ++next_subtotal;
  add_block(total + 1, end, out);
  add_block(total + 1, next_total, out);
  if (is_subtotal(total)) add_block(total + 1, next_subtotal, out);
  if (next_total < end) {
    RowSet later;
    for (std::uint32_t row = total + 1; row < end; ++row) {
      if (is_total(row)) later.push_back(row);
    }
    if (later.size() > 1) keep(later, out);
  }
  // 年度资金总额 with 其中：… below it: the 其中 row and its fellows are the parts
  if (total + 1 < end && rows_[total + 1].role == RowRole::of_which) {
    RowSet parts;
    for (std::uint32_t row = total + 1; row < next_total && is_data(row); ++row) {
      if (rows_[row].role == RowRole::of_which || rows_[row].role == RowRole::detail) parts.push_back(row);
    }
    keep(parts, out);
    RowSet only;
    for (const std::uint32_t row : parts) {
      if (rows_[row].role == RowRole::of_which) only.push_back(row);
    }
    keep(only, out);
  }
  return out;
}

}  // namespace gouji::check
