// Reports written as plain text, for rule examples and tests: the same Document without a .docx around it.
//   # Heading, ## and ### below it        a line a paragraph, blank lines skipped, the two characters \n = line break
//   | a | b |                             table row; ^ continues the cell above, < the cell to the left, \| is a bar
//   |---|---|                             the row above it is a header row
//   [toc] …                               an entry of the table of contents
//   [header] … [footer] … [footnote] … [textbox] …   a paragraph of that story
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "docx/document.hpp"

namespace gouji::docx {

[[nodiscard]] Document read_plain(std::string_view text);

}  // namespace gouji::docx
