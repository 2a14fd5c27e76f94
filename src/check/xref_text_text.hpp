// Kind `xref_text_text`: one quantity stated in two places of the text has one value (DOMAIN 3.6).
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/check.hpp"

namespace gouji::check {

[[nodiscard]] std::unique_ptr<Check> make_xref_text_text(Params& params);
/// Kind `xref_rate`: the same for rates that are named in full.
[[nodiscard]] std::unique_ptr<Check> make_xref_rate(Params& params);

}  // namespace gouji::check
