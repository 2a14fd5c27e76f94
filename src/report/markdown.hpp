// Markdown for a comment or a job's summary: a table of documents, then the findings of each.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "report/reporter.hpp"

namespace gouji::report {

[[nodiscard]] std::unique_ptr<Reporter> make_markdown(const ReportOptions& options);

}  // namespace gouji::report
