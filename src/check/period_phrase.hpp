// period/relative-year, period/plan-tense, period/as-of: wordings that do not fit a report on a finished year.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "check/check.hpp"

namespace gouji::check {

/// Kind «period_phrase». genres; when: patterns; unless: words of the same sentence; not_under: words of headings
/// above; filed_later: true: only when the filing date lies in the year after the evaluated one; dated: false: only
/// sentences that state no year themselves. All places are one finding.
[[nodiscard]] std::unique_ptr<Check> make_period_phrase(Params& params);

}  // namespace gouji::check
