// The 总计 of both halves of an income-and-spending table must be equal (DOMAIN 3.5 balance/totals-equal).
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <set>

#include "check/check.hpp"

namespace gouji::check {

/// Facts in `judged` are left alone; what is judged goes in.
void judge_table_totals(const DocumentView& view, Sink& sink, std::set<std::uint32_t>& judged);

}  // namespace gouji::check
