// Kind `xref_anchor`: a sentence that repeats figures of one table row (or column) has the others of that row right
// too: where one differs from a cell by one slip of the pen and stands nowhere else, it is that cell miswritten
// (DOMAIN 3.6). No names are compared: how unlikely an accident is decides.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/check.hpp"

namespace gouji::check {

[[nodiscard]] std::unique_ptr<Check> make_xref_anchor(Params& params);

}  // namespace gouji::check
