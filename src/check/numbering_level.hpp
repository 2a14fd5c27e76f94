// Kind `heading_level`: heading numbers go 一、→（一）→1.→（1）→①; an upper form below a lower one, or two forms left
// out, is told once for each pair of forms. No keys. In: numbered headings of the body; lists in running text are none.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "check/check.hpp"

namespace gouji::check {

[[nodiscard]] std::unique_ptr<Check> make_heading_level(Params& params);

}  // namespace gouji::check
