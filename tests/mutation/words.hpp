// Slips in dates, years, headings and lists: found by form in the lines of a report.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "mutation/mutators.hpp"

namespace gouji::mutation {

[[nodiscard]] std::vector<Mutant> mutants_of_words(const Report& report);

}  // namespace gouji::mutation
