// JUnit XML: a suite a document, a case a finding; what does not fail the gate passes or is skipped.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "report/reporter.hpp"

namespace gouji::report {

[[nodiscard]] std::unique_ptr<Reporter> make_junit(const ReportOptions& options);

}  // namespace gouji::report
