// The clause around a figure: the words by which it is known. All checks that read figures by what they are called ask
// here, so that they agree on where a clause ends.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "check/check.hpp"

namespace gouji::check {

/// Folded text in front of a figure, back to the mark or figure before it, not before `from`. A date or an ordinal
/// belongs to the clause (2023年收入, 第3季度支出); a colon right before the figure too (收入总计：120万元).
[[nodiscard]] std::string_view clause_before(const DocumentView& view, std::uint32_t fact, std::uint32_t from = 0);

/// Folded text behind a figure, up to the next mark or figure, at most `most` bytes of it.
[[nodiscard]] std::string_view clause_behind(const DocumentView& view, std::uint32_t fact, std::size_t most);

}  // namespace gouji::check
