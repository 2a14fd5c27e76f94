// An amount said several times, and once with two neighbouring digits changed or a place lost.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>

#include "check/check.hpp"

namespace gouji::check {

/// `accused`: figures that the comparison by name has reported already.
void judge_slips(const DocumentView& view, const std::set<const quantity::Quantity*>& accused, Sink& sink);

}  // namespace gouji::check
