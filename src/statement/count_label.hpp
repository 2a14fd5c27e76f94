// The short name of one counted kind: «县道» of «其中县道18公里», «涉诉» of «2个涉诉».
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "statement/sentence.hpp"

namespace gouji::statement {

/// What names the figure at [begin, end): the clause before it from `floor` on, else the words behind it up to `limit`.
[[nodiscard]] std::string count_label(std::string_view text, std::uint32_t floor, std::uint32_t begin,
                                      std::uint32_t end, std::uint32_t limit);

/// The word of the class that the label holds; a word of one character must be the whole label. Empty when none.
[[nodiscard]] std::string word_in_label(const lexicon::Lexicon& lexicon, lexicon::ClassId id, std::string_view label);

/// All labels belong to one class split_… of the lexicon, each to a word of its own.
[[nodiscard]] bool are_one_split(const lexicon::Lexicon& lexicon, const std::vector<std::string>& labels);

/// «当年整改», «未整改»: the second denies what the first says.
[[nodiscard]] bool denies(const lexicon::Lexicon& lexicon, std::string_view first, std::string_view second);

/// Labels of one build: the same last or first character of names of about one length.
[[nodiscard]] bool are_alike(const std::vector<std::string>& labels);

}  // namespace gouji::statement
