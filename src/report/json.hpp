// "gouji.findings/1": the stable contract for programs (DESIGN.md section 4). Keys are added, never changed.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "report/reporter.hpp"

namespace gouji::report {

[[nodiscard]] std::unique_ptr<Reporter> make_json(const ReportOptions& options);
/// The same objects, a line each: the tool first, then every document, then the notes of the run.
[[nodiscard]] std::unique_ptr<Reporter> make_json_lines(const ReportOptions& options);

}  // namespace gouji::report
