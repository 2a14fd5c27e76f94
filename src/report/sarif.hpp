// SARIF 2.1.0, for code scanning. At most 25,000 results, as GitHub takes; the least severe are left out, and a
// notification says how many.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "report/reporter.hpp"

namespace gouji::report {

[[nodiscard]] std::unique_ptr<Reporter> make_sarif(const ReportOptions& options);

}  // namespace gouji::report
