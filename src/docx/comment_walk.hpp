// From the range of a comment to the paragraphs and cells that it is about.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "docx/document.hpp"

namespace gouji::docx {

struct CommentRange;

/// The whole paragraphs of the range; without a range, the paragraph of the reference. None when neither was met.
[[nodiscard]] Comment comment_on(const Document& document, const CommentRange& range);

}  // namespace gouji::docx
