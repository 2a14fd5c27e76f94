// By rule over all documents, the most frequent first: what goes wrong most, and where.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "report/reporter.hpp"

namespace gouji::report {

[[nodiscard]] std::unique_ptr<Reporter> make_grouped(const ReportOptions& options);

}  // namespace gouji::report
