// Shares listed in a sentence without their amounts: «中央占63.2%，省级占21.6%，县级占15.2%» add up to 100 %.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/check.hpp"

namespace gouji::check {

void judge_text_hundred(const DocumentView& view, Sink& sink);

}  // namespace gouji::check
