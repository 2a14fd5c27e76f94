// The report for a terminal: by document, then by heading in reading order; every finding with its sum and its places.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "report/reporter.hpp"

namespace gouji::report {

[[nodiscard]] std::unique_ptr<Reporter> make_text(const ReportOptions& options);

}  // namespace gouji::report
