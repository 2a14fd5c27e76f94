// Target and actual value of an indicator row, made comparable; and whether one meets the other.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

#include "check/check.hpp"
#include "table/score_form.hpp"

namespace gouji::check {

enum class Bound { at_least, at_most, above, below, exact };

struct IndicatorValues {
  std::uint32_t target_fact = docx::kNone;
  std::uint32_t actual_fact = docx::kNone;
  Rational target;  // both in one measure
  Rational actual;
  Bound bound = Bound::exact;
};

/// Nothing when either cell holds no figure or several, or when the figures are of two kinds.
[[nodiscard]] std::optional<IndicatorValues> values_of(const DocumentView& view, const table::IndicatorRow& row);

/// Fewer is better: 成本, 投诉, 工期… so a bare target is no floor.
[[nodiscard]] bool is_reverse(const DocumentView& view, const table::IndicatorRow& row);

/// Does the actual value miss the target? Unknown = nothing.
[[nodiscard]] std::optional<bool> misses(const DocumentView& view, const table::IndicatorRow& row,
                                         const IndicatorValues& values);

/// The cell's only figure; kNone when there are none or several. Years, codes and ordinals are no figures.
[[nodiscard]] std::uint32_t only_figure(const DocumentView& view, std::uint32_t passage);

}  // namespace gouji::check
