// Cuts a passage into sentences. Stage-internal.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "text/passage.hpp"

namespace gouji::text {

/// Cut behind 。！？； and line breaks outside （） “” 《》; a quotation that ends in 。 ends the sentence with its ”.
/// A bracket without its partner counts as an ordinary character.
[[nodiscard]] std::vector<Span> cut_sentences(std::string_view text);

}  // namespace gouji::text
