// Is a term stated near figures that makes their comparison void: a closing balance beside unequal totals?
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "check/check.hpp"
#include "check/identity_rule.hpp"

namespace gouji::check {

/// Looks for the terms of rule.unless_stated in the paragraphs of the figures and in their section; false in tables.
[[nodiscard]] bool is_stated_near(const DocumentView& view, const IdentityRule& rule,
                                  const std::vector<std::uint32_t>& figures);

}  // namespace gouji::check
