// What the date checks share: dates of a passage, quotes of dates, the state of the filing date.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "check/check.hpp"

namespace gouji::check {

/// Indices of the date facts of a passage, in order.
[[nodiscard]] std::vector<std::uint32_t> dates_of(const DocumentView& view, std::uint32_t passage);

/// The clause (between ，。；！？ and line breaks, outside 《》) that holds these bytes.
[[nodiscard]] text::Span clause_of(std::string_view text, text::Span span);
/// The sentence of the passage that holds this byte.
[[nodiscard]] text::Span sentence_of(const text::Passage& passage, std::uint32_t at);

/// Quote `quote` of the passage, marked at `mark`.
[[nodiscard]] Spot spot_at(std::uint32_t passage, text::Span quote, text::Span mark, std::string_view role);
/// The fact in its clause, at most `around` bytes on either side.
[[nodiscard]] Spot spot_in_clause(const DocumentView& view, std::uint32_t fact, std::string_view role);

[[nodiscard]] bool has_any(std::string_view text, const std::vector<std::string>& words);

/// The filing date when it is stated with year and month; nullptr otherwise.
[[nodiscard]] const facts::Fact* filing_date(const DocumentView& view);
/// The stated year of the context that gives the fiscal year; nullptr when there is none.
[[nodiscard]] const facts::StatedYear* stated_fiscal_year(const DocumentView& view);

}  // namespace gouji::check
