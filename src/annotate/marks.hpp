// The ends of comments written into the main part, and taken out of it again.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <vector>

#include "annotate/body.hpp"

namespace gouji::annotate {

struct Mark {
  std::string id;
  Range range;
  std::string replacement{};  // of the characters in the range, as a tracked change; empty = none
};

/// reference_style is a style id, or empty. Replacements must be possible_changes().
[[nodiscard]] std::string write_marks(const Body& body, const std::vector<Mark>& marks,
                                      const std::string& reference_style);

/// Without the marks of these comments, and with the runs whole that were cut for them.
[[nodiscard]] std::string without_marks(const Markup& markup, const std::set<std::string>& ids);

/// How words of WordprocessingML are to be written in this part: "w:", and what must be declared with each element
/// where the root binds no prefix.
struct WordPrefix {
  std::string prefix;
  std::string declaration;
  bool is_strict = false;  // ISO 29500 strict: some words are others there
};
[[nodiscard]] WordPrefix word_prefix(const Markup& markup);

}  // namespace gouji::annotate
