// "gouji.findings/1": the stable contract for programs (DESIGN.md section 4). Keys are added, never changed.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "report/reporter.hpp"

namespace gouji::report {

[[nodiscard]] std::unique_ptr<Reporter> make_json(const ReportOptions& options);

}  // namespace gouji::report
