// One outcome by the contract "gouji.findings/1", for the formats that carry it whole.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "report/reporter.hpp"

namespace gouji::report {

enum class JsonLayout { compact, pretty };

[[nodiscard]] std::string outcome_json(const Outcome& outcome, Language language, JsonLayout layout);
[[nodiscard]] std::string finding_json(const Finding& finding, Language language, JsonLayout layout);
/// {"name", "version", "rules"}.
[[nodiscard]] std::string tool_json(const ReportOptions& options, JsonLayout layout);
/// {"notes": […]}.
[[nodiscard]] std::string notes_json(const std::vector<Note>& notes, Language language, JsonLayout layout);

}  // namespace gouji::report
