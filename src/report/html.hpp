// One self-contained web page: the documents' own text with the findings marked in place, a list beside it.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "report/reporter.hpp"

namespace gouji::report {

[[nodiscard]] std::unique_ptr<Reporter> make_html(const ReportOptions& options);

}  // namespace gouji::report
