// A line a finding, for grep and editors: path:line: severity: what is wrong (place) [rule]. The line is that of what
// `gouji text` prints.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "report/reporter.hpp"

namespace gouji::report {

[[nodiscard]] std::unique_ptr<Reporter> make_concise(const ReportOptions& options);

}  // namespace gouji::report
