// One finding as a result object of SARIF 2.1.0 (section 3.27).
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

#include "report/reporter.hpp"

namespace gouji::report {

/// «error», «warning», «note».
[[nodiscard]] const char* sarif_level(Severity severity);

/// `artifact` is the index of the document in the run's artifacts, `rule` that of the rule in the driver's rules.
[[nodiscard]] std::string sarif_result(const Finding& finding, const std::string& path, std::size_t artifact,
                                       std::size_t rule, Language language);

}  // namespace gouji::report
