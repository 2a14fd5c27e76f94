// The words and cached values of a chart part (c:chartSpace), line by line as a reader would tell them.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "docx/xml.hpp"

namespace gouji::docx {

/// Titles first (chart, axes), then a line a series: "name：category value；category value". Values have the form of
/// their format code where that is a plain one.
[[nodiscard]] std::vector<std::string> chart_lines(const XmlPart& part);

}  // namespace gouji::docx
