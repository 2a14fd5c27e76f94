// What a comment says, line by line.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "gouji/finding.hpp"

namespace gouji::annotate {

/// Which of a finding's comments it is: «gouji-3（1/4）».
struct Ordinal {
  std::uint32_t finding = 1;
  std::uint32_t comment = 1;
  std::uint32_t comments = 1;
};

/// The comment at the place to jump to. `elsewhere`: the range is not where the characters stand.
[[nodiscard]] std::vector<std::string> main_lines(const Finding& finding, const std::vector<const Evidence*>& shown,
                                                  std::size_t left_out, bool elsewhere, const Ordinal& ordinal,
                                                  Language language);
/// The comment at one of the other places, which points to the main one.
[[nodiscard]] std::vector<std::string> related_lines(const Finding& finding, const Evidence& here, const Evidence& main,
                                                     bool elsewhere, const Ordinal& ordinal, Language language);

/// What is said of a suggestion that stands beside the comment as a tracked change.
[[nodiscard]] std::string suggestion_line(const std::string& replacement, Language language);

/// The decisive characters of the quote.
[[nodiscard]] std::string marked_text(const Evidence& evidence);

}  // namespace gouji::annotate
