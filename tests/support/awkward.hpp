// Outcomes with everything that trips a report: wide characters, merged marks, markup, control characters, no quote, no
// cause, a failed document. Every format is run over them.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "gouji/outcome.hpp"

namespace gouji::test {

[[nodiscard]] std::vector<Outcome> awkward_outcomes();
/// Notes of the run that goes with them.
[[nodiscard]] std::vector<Note> awkward_notes();

}  // namespace gouji::test
