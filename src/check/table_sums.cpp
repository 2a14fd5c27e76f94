// SPDX-License-Identifier: Apache-2.0
#include "check/table_sums.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "check/diagnose.hpp"
#include "check/working.hpp"

namespace gouji::check {
namespace {

using facts::Fact;
using facts::FactKind;
using facts::UnitSource;

constexpr std::size_t kShown = 12;

bool is_same_measure(const Fact& a, const Fact& b) {
  if (a.kind != b.kind) return false;
  if (a.unit == nullptr || b.unit == nullptr) return a.unit == b.unit;
  return a.unit->base == b.unit->base;
}

/// Persons, households, pieces without a decimal: nothing was rounded.
bool counts_pieces(const Fact& figure) {
  return figure.kind == FactKind::count && figure.unit != nullptr && figure.unit->kind == lexicon::UnitKind::count &&
         figure.unit->scale == Rational(1) && figure.printed.places == 0;
}

}  // namespace

const lexicon::Unit* TableSums::declared_unit(std::uint32_t column) const {
  const table::Column& info = view_.columns[column];
  const lexicon::Unit* unit = info.unit != nullptr                    ? info.unit
                              : info.role == table::ColumnRole::money ? view_.unit
                                                                      : nullptr;
  return unit != nullptr && unit->kind == lexicon::UnitKind::money ? unit : nullptr;
}

bool TableSums::has_foreign_unit(std::uint32_t index, std::uint32_t column) const {
  const Fact& cell = fact(index);
  const lexicon::Unit* unit = declared_unit(column);
  return unit != nullptr && cell.kind == FactKind::money && cell.unit_source == UnitSource::self &&
         cell.unit != nullptr && cell.unit->base == unit->base && !(cell.unit->scale == unit->scale);
}

Rational TableSums::value(std::uint32_t index, std::uint32_t column, UnitReading reading) const {
  const bool as_header = reading == UnitReading::header && has_foreign_unit(index, column);
  return as_header ? fact(index).printed.value() * declared_unit(column)->scale : fact(index).value;
}

Interval TableSums::range(std::uint32_t index, std::uint32_t column, UnitReading reading) const {
  if (reading == UnitReading::header && has_foreign_unit(index, column)) {
    return Interval::around(value(index, column, reading),
                            fact(index).printed.step() * declared_unit(column)->scale / 2);
  }
  return fact(index).interval();
}

const std::vector<table::Row>& TableSums::rows_of(std::uint32_t column) const {
  return view_.halves[std::min<std::size_t>(view_.columns[column].half, view_.halves.size() - 1)];
}

void TableSums::add(CellSum& sum, std::uint32_t row, std::uint32_t column, const Fact& like, UnitReading reading,
                    bool negative) const {
  const std::uint32_t index = view_.fact[row][column];
  if (index == docx::kNone) {
    const std::uint32_t cell = view_.cell[row][column];
    const std::uint32_t passage = cell == docx::kNone ? docx::kNone : document_.text.cell_passage[view_.table][cell];
    if (passage != docx::kNone) {
      const facts::Range range = document_.facts.facts_of[passage];
      for (std::uint32_t i = range.begin; i < range.end; ++i) {
        const FactKind kind = fact(i).kind;
        if (kind != FactKind::blank && fact(i).row == row && fact(i).column == column) sum.is_usable = false;
      }
    }
    ++sum.blanks;
    return;
  }
  const Fact& cell = fact(index);
  if (!is_same_measure(cell, like) || !cell.is_plain()) {
    sum.is_usable = false;
    return;
  }
  const Rational own = value(index, column, reading);
  const Interval own_range = range(index, column, reading);
  sum.value = negative ? sum.value - own : sum.value + own;
  sum.range = negative ? sum.range - own_range : sum.range + own_range;
  sum.facts.push_back(index);
  sum.negative.push_back(negative);
}

CellSum TableSums::over_rows(const std::vector<std::uint32_t>& rows, std::uint32_t column, const Fact& like,
                             UnitReading reading) const {
  CellSum sum;
  for (const std::uint32_t row : rows) add(sum, row, column, like, reading);
  return sum;
}

Closing TableSums::compare(const CellSum& sum, std::uint32_t total, std::uint32_t column, UnitReading reading) const {
  if (!sum.is_usable || sum.facts.empty() || !fact(total).is_plain()) return Closing::unusable;
  const Rational stated = value(total, column, reading);
  if (sum.value == stated) return Closing::exact;
  if (counts_pieces(fact(total)) &&
      std::all_of(sum.facts.begin(), sum.facts.end(), [&](std::uint32_t part) { return counts_pieces(fact(part)); }))
    return Closing::open;
  Interval allowed = sum.range;
  const Interval total_range = range(total, column, reading);
  if (!allowed.is_defined() || !total_range.is_defined()) return Closing::unusable;
  if (document_.context.has_rounding_note) {
    const Rational more = (allowed.width() + total_range.width()) / 2;
    allowed = {allowed.low - more, allowed.high + more};
  }
  return allowed.meets(total_range) ? Closing::rounding : Closing::open;
}

Bilingual cell_sum_working(const TableSums& sums, const CellSum& sum, std::uint32_t total) {
  const Fact& like = sums.fact(total);
  if (sum.facts.size() <= kShown) {
    std::vector<Term> terms;
    for (std::size_t i = 0; i < sum.facts.size(); ++i)
      terms.push_back({sums.fact(sum.facts[i]).value, static_cast<bool>(sum.negative[i])});
    return sum_working(terms, like.value, like);
  }
  std::string shown;
  for (std::size_t i = 0; i < kShown; ++i) {
    const Rational& value = sums.fact(sum.facts[i]).value;
    if (i > 0) shown += sum.negative[i] ? " − " : " + ";
    shown += show(value, like);
  }
  const std::size_t more = sum.facts.size() - kShown;
  const std::string result = show(sum.value, like);
  const std::string gap = show(abs(sum.value - like.value), like);
  const std::string stated = show(like.value, like);
  return {fmt::format("{} + …（另有 {} 项）= {} ≠ {}，相差 {}", shown, more, result, stated, gap),
          fmt::format("{} + … ({} more) = {} ≠ {}, difference {}", shown, more, result, stated, gap)};
}

void describe_sum(const TableSums& sums, const CellSum& sum, std::uint32_t total, Draft& draft) {
  const Fact& stated = sums.fact(total);
  draft.working = cell_sum_working(sums, sum, total);
  draft.expected = show(sum.value, stated);
  draft.actual = show(stated.value, stated);
  bool has_minus = false;
  std::vector<Rational> parts;
  for (std::size_t i = 0; i < sum.facts.size(); ++i) {
    parts.push_back(sums.fact(sum.facts[i]).value);
    has_minus = has_minus || sum.negative[i];
  }
  if (!has_minus) draft.cause = diagnose_sum(parts, stated.value, &stated);
  if (draft.cause.empty()) draft.cause = diagnose_value(sum.value, stated.value, stated);
  wants(sums.document(), total, sum.range, draft);
  const Interval gap = stated.interval() - sum.range;
  for (std::size_t i = 0; i < sum.facts.size(); ++i) {
    // the gap holds the part's own rounding once too often
    const Interval own = sums.fact(sum.facts[i]).interval();
    const Interval rest = sum.negative[i] ? -gap : gap;
    const Rational half = own.width() / 2;
    wants(sums.document(), sum.facts[i], {own.middle() + rest.low + half, own.middle() + rest.high - half}, draft);
  }
  draft.evidence.push_back(spot_of(sums.document(), total, "total"));
  for (std::size_t i = 0; i < sum.facts.size() && i < kShown; ++i) {
    draft.evidence.push_back(spot_of(sums.document(), sum.facts[i], "part"));
  }
}

bool is_noted(const TableSums& sums, const Rational& gap, const Fact& like) {
  constexpr std::uint32_t kBefore = 3;
  constexpr std::uint32_t kBehind = 4;
  const Rational steps = abs(gap) / like.step;
  if (!steps.is_defined() || steps < Rational(50)) return false;
  std::uint32_t first = docx::kNone;
  std::uint32_t last = 0;
  for (const std::uint32_t passage : sums.document().text.cell_passage[sums.view().table]) {
    if (passage == docx::kNone) continue;
    first = std::min(first, passage);
    last = std::max(last, passage);
  }
  return std::any_of(sums.document().facts.facts.begin(), sums.document().facts.facts.end(), [&](const Fact& other) {
    const bool is_near = other.passage + kBefore >= first && other.passage <= last + kBehind;
    return is_near && other.table == docx::kNone && other.kind == like.kind && other.value == abs(gap);
  });
}

bool may_be_mean(const TableSums& sums, const CellSum& sum, std::uint32_t total) {
  if (sum.facts.size() < 2) return false;
  const Rational& stated = sums.fact(total).value;
  Rational low = sums.fact(sum.facts[0]).value;
  Rational high = low;
  for (const std::uint32_t part : sum.facts) {
    low = min(low, sums.fact(part).value);
    high = max(high, sums.fact(part).value);
  }
  return low <= stated && stated <= high && stated < sum.value - high;
}

bool is_no_sum(const TableSums& sums, const CellSum& sum, std::uint32_t total, const Draft& described) {
  const Fact& stated = sums.fact(total);
  if (stated.kind == FactKind::percent && !(stated.value == 100)) return true;
  if (!is_implausible_gap(sum.value, stated.value)) return false;
  Rational low = stated.value;
  Rational high = stated.value;
  for (const std::uint32_t part : sum.facts) {
    low = min(low, sums.fact(part).value);
    high = max(high, sums.fact(part).value);
  }
  const bool is_mean = low < stated.value && stated.value < high && sum.facts.size() > 1;
  if (!described.cause.empty() && !is_mean) return false;
  if (is_one_digit_off(sum.value, stated)) return false;
  if (!described.cause.empty() && !diagnose_value(sum.value, stated.value, stated).empty()) return false;
  for (const std::uint32_t index : sum.facts) {
    const Fact& part = sums.fact(index);
    const Rational want = part.value + stated.value - sum.value;
    if (want < part.step * 100 || part.value < part.step * 100) continue;
    if (is_one_digit_off(want, part) || !diagnose_value(want, part.value, part).empty()) return false;
  }
  return true;
}

}  // namespace gouji::check
