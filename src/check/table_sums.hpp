// Sums over cells of one table, shared by the table and unit checks: values as printed, readings of a total row.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "check/check.hpp"
#include "table/words.hpp"

namespace gouji::check {

enum class Closing { exact, rounding, open, unusable };

struct CellSum {
  Rational value = 0;
  Interval range = Interval::point(0);
  std::vector<std::uint32_t> facts;  // the summands
  std::vector<bool> negative;        // by summand: it is subtracted
  std::uint32_t blanks = 0;
  bool is_usable = true;  // false: a cell holds several figures, a bound, or another measure
};

/// How a cell's own unit is read: as it stands, or as if the cell had the unit of its header.
enum class UnitReading { own, header };

class TableSums {
 public:
  TableSums(const DocumentView& document, const table::TableView& view) : document_(document), view_(view) {}

  /// The unit that the column, else the table, declares for money; nullptr when there is none.
  [[nodiscard]] const lexicon::Unit* declared_unit(std::uint32_t column) const;
  /// A money cell whose own unit differs from the declared one.
  [[nodiscard]] bool has_foreign_unit(std::uint32_t fact, std::uint32_t column) const;
  [[nodiscard]] Rational value(std::uint32_t fact, std::uint32_t column, UnitReading reading) const;
  [[nodiscard]] Interval range(std::uint32_t fact, std::uint32_t column, UnitReading reading) const;

  void add(CellSum& sum, std::uint32_t row, std::uint32_t column, const facts::Fact& like, UnitReading reading,
           bool negative = false) const;
  /// Does the figure equal the sum, T1 and T7 allowed?
  [[nodiscard]] Closing compare(const CellSum& sum, std::uint32_t fact, std::uint32_t column,
                                UnitReading reading) const;

  /// Sum of one column over rows.
  [[nodiscard]] CellSum over_rows(const std::vector<std::uint32_t>& rows, std::uint32_t column, const facts::Fact& like,
                                  UnitReading reading) const;

  [[nodiscard]] const table::TableView& view() const { return view_; }
  [[nodiscard]] const DocumentView& document() const { return document_; }
  [[nodiscard]] const facts::Fact& fact(std::uint32_t index) const { return document_.facts.facts[index]; }
  [[nodiscard]] const std::vector<table::Row>& rows_of(std::uint32_t column) const;

 private:
  const DocumentView& document_;
  const table::TableView& view_;
};

/// «38 + 77 + 4 = 119 ≠ 107，相差 12», at most 12 summands shown.
[[nodiscard]] Bilingual cell_sum_working(const TableSums& sums, const CellSum& sum, std::uint32_t total);

/// The difference is told of in the lines around the table: 注：其中20.00万元已收回.
[[nodiscard]] bool is_noted(const TableSums& sums, const Rational& gap, const facts::Fact& like);

/// Fills working, expected, actual, cause and evidence of a total that does not close.
void describe_sum(const TableSums& sums, const CellSum& sum, std::uint32_t total, Draft& draft);

/// Between the least and the largest part, and less than all but the largest: a mean as likely as a sum.
[[nodiscard]] bool may_be_mean(const TableSums& sums, const CellSum& sum, std::uint32_t total);

/// A rate is no sum of rates, and a gap of a third that no slip explains is another structure (a mean below sums).
[[nodiscard]] bool is_no_sum(const TableSums& sums, const CellSum& sum, std::uint32_t total, const Draft& described);

}  // namespace gouji::check
