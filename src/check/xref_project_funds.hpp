// «将其中的100万元纳入2023年预算» against «2023年下达50万元» for one project: part of xref/text-text.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/check.hpp"

namespace gouji::check {

/// What was put into a year's budget for a project, and what was handed down that year for it.
void judge_project_funds(const DocumentView& view, Sink& sink);

}  // namespace gouji::check
