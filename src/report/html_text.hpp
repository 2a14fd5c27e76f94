// The text of one document as HTML, with the evidence of its findings marked at the exact characters.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "report/reporter.hpp"

namespace gouji::report {

/// `prefix` ("d1") begins the ids: d1f3 is the third finding, d1f3e0 its first evidence in the text.
[[nodiscard]] std::string html_text(const Outcome& outcome, const std::string& prefix, Language language);

}  // namespace gouji::report
