// The slips of clerks, one at a time: each gives texts with exactly one defect and the family that must see it.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "mutation/closed.hpp"

namespace gouji::mutation {

struct Mutant {
  std::string_view kind;    // a name of kKinds
  std::string_view family;  // expected; other families may see it as well
  bool is_closed = false;   // a changed digit inside a closed sum, rate or table total: held to the higher floor
  std::string what;         // for people: «120.00» → «130.00»
  std::string text;
};

/// Every mutant of one report, in a fixed order.
[[nodiscard]] std::vector<Mutant> mutants_of(const Report& report);

}  // namespace gouji::mutation
