// Which kind of report a document is: by its title first, else by what its headings and table captions say together.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.hpp"
#include "text/passage.hpp"

namespace gouji::facts {

/// The eleven kinds, sorted; «unknown» is none of them.
[[nodiscard]] const std::vector<std::string>& genre_names();

/// The kind of report that a title announces; "unknown" when it announces none.
[[nodiscard]] std::string genre_of_title(std::string_view title, const lexicon::Lexicon& lexicon);

/// For a document whose title tells nothing: two different signs of one kind and none of another that is as strong.
[[nodiscard]] std::string genre_of_body(const docx::Document& document, const text::TextModel& model,
                                        const lexicon::Lexicon& lexicon);

}  // namespace gouji::facts
