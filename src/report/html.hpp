// One HTML file without any request to elsewhere: the documents as they were read, findings marked in place, a list of
// them beside it with the working. Structure is made here, looks in html/report.css, behaviour in html/report.js; both
// are put into the file. Without JavaScript marks, list and links still work. SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "report/reporter.hpp"

namespace gouji::report {

[[nodiscard]] std::unique_ptr<Reporter> make_html(const ReportOptions& options);

}  // namespace gouji::report
