// Shares in table columns: 金额 | 占比, each row's figure ÷ that of the total row (DOMAIN 3.4 ratio/share).
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/check.hpp"

namespace gouji::check {

/// Judges only columns whose structure is proven: the total row has 100 %, or most rows agree.
void judge_table_shares(const DocumentView& view, Sink& sink);

}  // namespace gouji::check
