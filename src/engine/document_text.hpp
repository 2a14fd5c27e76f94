// What was read, as the plain values that reports show.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include "gouji/document_text.hpp"
#include "text/passage.hpp"

namespace gouji::engine {

[[nodiscard]] std::shared_ptr<const DocumentText> document_text(const docx::Document& document,
                                                                const text::TextModel& text);

/// The line of each passage in what `gouji text` prints, 1-based; 0 for one that it leaves out.
[[nodiscard]] std::vector<std::uint32_t> lines_of(const text::TextModel& text);

}  // namespace gouji::engine
