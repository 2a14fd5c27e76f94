// The table of report formats.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "report/reporter.hpp"

namespace gouji::report {

using MakeReporter = std::unique_ptr<Reporter> (*)(const ReportOptions& options);

struct Format {
  std::string_view name;
  MakeReporter make;
  bool is_binary = false;   // not for a terminal
  bool needs_text = false;  // of the documents: EngineOptions::with_text
};

/// Sorted by name.
[[nodiscard]] const std::vector<Format>& formats();
/// nullptr when there is no such format.
[[nodiscard]] const Format* find_format(std::string_view name);

}  // namespace gouji::report
