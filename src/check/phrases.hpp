// What the checks on wording share: lists of expressions, {name} in messages, short quotes.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "check/check.hpp"
#include "text/regex.hpp"

namespace gouji::check {

/// The expressions of `key`, folded as the text is; faults go to params.
[[nodiscard]] std::vector<text::Regex> read_expressions(Params& params, std::string_view key);
[[nodiscard]] bool matches_any(const std::vector<text::Regex>& expressions, std::string_view text);
/// Does a match of one of them, begun in the surroundings, cover these bytes?
[[nodiscard]] bool covers_any(const std::vector<text::Regex>& expressions, std::string_view text, text::Span span);

[[nodiscard]] Bilingual read_message(Params& params);
[[nodiscard]] std::string filled(std::string text, std::string_view name, std::string_view value);

/// The clause around the bytes, at most 40 characters on either side.
[[nodiscard]] Spot spot_in_words(const DocumentView& view, std::uint32_t passage, text::Span mark,
                                 std::string_view role);
/// Prose: it has ， 。 or ；.
[[nodiscard]] bool is_prose(std::string_view text);

}  // namespace gouji::check
