// Paragraphs far longer than people write are read in pieces. Stage-internal.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "text/passage.hpp"

namespace gouji::text {

/// Cuts passages outside tables that are longer than any real paragraph, always between two sentences: whatever
/// compares the sentences of a passage stays linear in the document. Sentences must be cut before; places do not
/// change.
void split_long_passages(TextModel& model);

}  // namespace gouji::text
