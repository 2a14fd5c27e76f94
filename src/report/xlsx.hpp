// A workbook for reviewers: summary, findings, coverage and rules, each with filters and a frozen header.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "report/reporter.hpp"

namespace gouji::report {

[[nodiscard]] std::unique_ptr<Reporter> make_xlsx(const ReportOptions& options);

}  // namespace gouji::report
