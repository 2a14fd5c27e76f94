// The style sheet and the script of the HTML report (src/report/html/), embedded by ci/embed.cmake.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace gouji::report {

[[nodiscard]] std::string_view report_css();
[[nodiscard]] std::string_view report_js();

}  // namespace gouji::report
