// GitLab Code Quality: one JSON array.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "report/reporter.hpp"

namespace gouji::report {

[[nodiscard]] std::unique_ptr<Reporter> make_gitlab(const ReportOptions& options);

}  // namespace gouji::report
