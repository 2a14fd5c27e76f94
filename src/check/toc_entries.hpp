// Entries of the table of contents against the headings of the body.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/check.hpp"

namespace gouji::check {

/// Kind `toc`, no keys. Speaks only where most entries do stand in the body: else the contents are of another kind.
[[nodiscard]] std::unique_ptr<Check> make_toc(Params& params);

}  // namespace gouji::check
