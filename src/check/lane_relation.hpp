// Relations between the lanes (columns) of a table that its figures show, whatever the headers say: one lane is a sum
// of others, or a quotient of two, in all rows but very few.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "check/check.hpp"

namespace gouji::check {

struct LaneTerm {
  std::uint32_t lane = 0;
  bool negative = false;
};

struct LaneRelation {
  enum class Form { sum, quotient, growth };
  Form form = Form::sum;
  std::uint32_t judged = 0;     // lane
  std::vector<LaneTerm> terms;  // sum: the summands; quotient: dividend, divisor; growth: this level, the one before
  int power = 0;                // quotient × 10^power
  std::vector<std::uint32_t> good;  // rows in which it holds and that tell something
  std::vector<std::uint32_t> held;  // rows in which it holds
  std::vector<std::uint32_t> bad;
  std::uint32_t exchanged = docx::kNone;  // lane: it holds in both bad rows when their figures change places

  [[nodiscard]] std::vector<std::uint32_t> lanes() const;
};

/// The figures of one half of a table, columns that can enter a relation only. Laid on its side the table's rows are
/// the lanes and its columns the rows.
class Lanes {
 public:
  enum class Way { columns, rows };
  struct Place {
    std::uint32_t row = 0;
    std::uint32_t column = 0;
  };
  Lanes(const DocumentView& document, const table::TableView& view, std::uint32_t half, Way way);

  [[nodiscard]] std::size_t size() const { return lanes_.size(); }
  [[nodiscard]] const std::vector<std::uint32_t>& rows() const { return rows_; }
  /// Where in the table the lane's figure of this row stands.
  [[nodiscard]] Place place(std::uint32_t row, std::uint32_t lane) const {
    return way_ == Way::columns ? Place{row, lanes_[lane]} : Place{lanes_[lane], row};
  }
  [[nodiscard]] std::uint32_t fact_at(std::uint32_t row, std::uint32_t lane) const;
  [[nodiscard]] const facts::Fact& fact(std::uint32_t index) const { return document_.facts.facts[index]; }

  /// What the lane would have to be in this row for the relation to hold, all others as printed; `as_in` takes the
  /// figure of that lane from another row. Nothing where a figure is missing or measures do not fit.
  [[nodiscard]] std::optional<Interval> wanted(const LaneRelation& relation, std::uint32_t row, std::uint32_t lane,
                                               std::uint32_t replaced = docx::kNone, std::uint32_t as_in = 0) const;
  [[nodiscard]] bool holds(const LaneRelation& relation, std::uint32_t row, std::uint32_t replaced = docx::kNone,
                           std::uint32_t as_in = 0) const;
  /// All figures there and of one measure where they are added up.
  [[nodiscard]] bool is_complete(const LaneRelation& relation, std::uint32_t row) const;

  [[nodiscard]] bool is_rate(std::uint32_t lane) const;
  [[nodiscard]] bool has_unit(std::uint32_t lane) const;

 private:
  [[nodiscard]] const facts::Fact* first_of(std::uint32_t lane) const;
  [[nodiscard]] bool is_usable(std::uint32_t index) const;

  const DocumentView& document_;
  const table::TableView& view_;
  Way way_;
  std::vector<std::uint32_t> lanes_;
  std::vector<std::uint32_t> rows_;
};

/// Every relation of sums (or of quotients) that the figures prove: enough rows, digits enough that chance is ruled
/// out, few exceptions.
[[nodiscard]] std::vector<LaneRelation> find_lane_relations(const Lanes& lanes, bool over_sums);

}  // namespace gouji::check
