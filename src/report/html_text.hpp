// The document's own text and tables for the HTML report, laid out as read, findings marked in place.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "gouji/outcome.hpp"
#include "report/html_places.hpp"

namespace gouji::report {

/// The body first, then every other story (headers, notes, text boxes, sheets) under a heading of its own. `document`
/// begins every id: "d1". outcome.text must be there.
[[nodiscard]] std::string text_html(const Outcome& outcome, const HtmlPlaces& places, const std::string& document,
                                    Language language);

}  // namespace gouji::report
