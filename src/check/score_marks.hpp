// Small things that the checks of score tables share.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "check/check.hpp"
#include "table/score_form.hpp"

namespace gouji::check {

[[nodiscard]] Spot spot_of(const table::ScoreMark& mark, std::string_view role);
[[nodiscard]] std::string show(const table::ScoreMark& mark);
/// The draft wants this value of the mark.
void wants(const DocumentView& view, const table::ScoreMark& mark, const Rational& value, Draft& draft);

/// Points that are to add up to a stated figure.
struct PointSum {
  std::vector<const table::ScoreMark*> parts;
  Rational sum = 0;
  int places = 0;  // the most that a part prints

  void add(const table::ScoreMark& mark);
  /// Half a step for each part and the total that print decimals; whole points are exact.
  [[nodiscard]] Rational bound(const table::ScoreMark& total) const;
  /// «20 + 15 = 35 ≠ 40，相差 5»
  [[nodiscard]] Bilingual working(const table::ScoreMark& total) const;
};

/// Expected, actual, working, corrections and evidence (total first) of a sum that does not close.
void fill_sum(const DocumentView& view, const PointSum& sum, const table::ScoreMark& total, Draft& draft);

}  // namespace gouji::check
