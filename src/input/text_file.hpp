// .txt and .md into a Document.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "docx/document.hpp"

namespace gouji::input {

/// A line a paragraph; lines that hold the same number of tabs are a table.
[[nodiscard]] docx::Document read_text(std::string_view text);

/// Markdown: # headings, pipe tables, list items; the lines of a block are one paragraph. Marks of emphasis, links and
/// code are taken out, fenced code and front matter are left out.
[[nodiscard]] docx::Document read_markdown(std::string_view text);

}  // namespace gouji::input
