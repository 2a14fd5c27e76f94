// What the words around a figure of the text and around a cell say beyond their roles: budget or spent, and whether the
// table says the text's figure elsewhere.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/check.hpp"

namespace gouji::check {

/// One side speaks of a budget, the other of what was spent.
[[nodiscard]] bool differs_in_role(const DocumentView& view, const quantity::Quantity& text,
                                   const quantity::Quantity& cell);

/// A column of the figure's name holds its value: «年度 | … | 运行维护费».
[[nodiscard]] bool is_in_own_column(const DocumentView& view, const quantity::Quantity& text);

/// «加上上解支出…，支出合计…»: a sum that goes beyond the unit's own income or spending.
[[nodiscard]] bool is_wider_sum(const DocumentView& view, const quantity::Quantity& text);

}  // namespace gouji::check
