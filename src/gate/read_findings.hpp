// A report that was written as JSON, as outcomes again: what a comparison with an earlier run needs of it.
// Thread rule: pure functions.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "gouji/outcome.hpp"

namespace gouji::gate {

/// Documents and findings of a "gouji.findings/1" report; the language that it was written in stands for both. Coverage
/// and notes are left out. "bad-findings" with what is wrong and where.
[[nodiscard]] Result<std::vector<Outcome>> read_findings(std::string_view text, const std::string& where);

}  // namespace gouji::gate
