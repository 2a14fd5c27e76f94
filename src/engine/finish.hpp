// Drafts to findings: quotes, places, content ids, reading order.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "engine/merge.hpp"
#include "gouji/finding.hpp"

namespace gouji::engine {

[[nodiscard]] std::vector<Finding> finish(const check::DocumentView& view, std::vector<RuleDraft> drafts);

}  // namespace gouji::engine
