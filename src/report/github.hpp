// GitHub workflow commands: an annotation a finding, the worst first. GitHub shows ten of each level in a step and
// fifty in a job; the rest is counted in one line.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "report/reporter.hpp"

namespace gouji::report {

[[nodiscard]] std::unique_ptr<Reporter> make_github(const ReportOptions& options);

}  // namespace gouji::report
