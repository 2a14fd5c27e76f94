// reviewdog's rdjson: one JSON object.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "report/reporter.hpp"

namespace gouji::report {

[[nodiscard]] std::unique_ptr<Reporter> make_rdjson(const ReportOptions& options);

}  // namespace gouji::report
