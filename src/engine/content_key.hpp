// What a finding is recognised by: its content key, and its kin key without the values.
// Both are made of a draft before it is merged with others, so that they do not depend on what other rules are on.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "check/check.hpp"

namespace gouji::engine {

/// Rule, labels and values; never a position.
[[nodiscard]] std::string content_key(const check::DocumentView& view, const std::string& rule,
                                      const check::Draft& draft);
/// Rule, roles and labels: the same when only figures are changed.
[[nodiscard]] std::string kin_key(const check::DocumentView& view, const std::string& rule, const check::Draft& draft);

/// Characters that are marked, or quoted where nothing is.
[[nodiscard]] text::Span mark_of(const check::Spot& spot);

}  // namespace gouji::engine
