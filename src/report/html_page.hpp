// What stands around the documents of the HTML report: head with its content security policy, bar, tools, help, script.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "report/reporter.hpp"

namespace gouji::report {

/// From the doctype to the opening of <main>.
[[nodiscard]] std::string page_begin(const ReportOptions& options);
/// From the closing of <main>.
[[nodiscard]] std::string page_end(const ReportOptions& options);

}  // namespace gouji::report
