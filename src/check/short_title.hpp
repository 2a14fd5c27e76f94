// Kind `short_title`: 《办法》, 《指南》 as the name of a document that the text introduced before.
//   words: the short titles that need an introduction
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "check/check.hpp"

namespace gouji::check {

[[nodiscard]] std::unique_ptr<Check> make_short_title(Params& params);

}  // namespace gouji::check
