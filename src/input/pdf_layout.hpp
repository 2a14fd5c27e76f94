// Pages into a Document: furniture to headers and footers, ruled and aligned tables, lines to paragraphs.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "docx/document.hpp"
#include "input/pdf_page.hpp"

namespace gouji::input {

/// The document carries a note "pdf-layout" that says how its tables were found.
[[nodiscard]] docx::Document lay_out(std::vector<PdfPage> pages);

}  // namespace gouji::input
