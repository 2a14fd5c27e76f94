// The comments of a document as plain values.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "docx/document.hpp"
#include "gouji/outcome.hpp"

namespace gouji::engine {

[[nodiscard]] std::vector<DocumentComment> comments_of(const docx::Document& document);

}  // namespace gouji::engine
