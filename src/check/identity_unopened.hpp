// Income − spending ≠ closing balance, and no opening balance is stated anywhere: what the opening would have to be.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <set>

#include "check/check.hpp"
#include "check/identity_rule.hpp"

namespace gouji::check {

/// Judges rule.unopened in every paragraph of running text. Silent where the document names an opening balance, money
/// moved, taken back or distributed (unopened_unless), where the totals are equal (the balance is part of one), or
/// where neither the word 总计 nor the gap itself shows what is missing.
void judge_unopened(const DocumentView& view, Sink& sink, const IdentityRule& rule, std::set<std::uint32_t>& judged);

}  // namespace gouji::check
