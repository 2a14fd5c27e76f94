// The files of html/ as text; made by CMake from html/report.css and html/report.js (ci/embed.cmake).
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace gouji::report {

extern const char* const kReportCss;
extern const char* const kReportJs;

}  // namespace gouji::report
