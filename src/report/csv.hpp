// A row a finding, opened by Excel without questions: UTF-8 with a byte order mark, CRLF, RFC 4180 quotes.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "report/reporter.hpp"

namespace gouji::report {

[[nodiscard]] std::unique_ptr<Reporter> make_csv(const ReportOptions& options);

}  // namespace gouji::report
