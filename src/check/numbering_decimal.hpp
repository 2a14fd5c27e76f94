// Headings numbered 1.1, 1.2, 1.2.1: under one prefix the last number runs on. Part of kind «heading-sequence».
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/check.hpp"

namespace gouji::check {

void judge_decimal_headings(const DocumentView& view, Sink& sink);

}  // namespace gouji::check
