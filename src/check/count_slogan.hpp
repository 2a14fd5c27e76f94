// count/slogan: «“四大工程”即A、B、C、D» has as many members as its numeral says. A slogan without expansion is a name.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "check/check.hpp"

namespace gouji::check {

/// Kind «count_slogan». expand: words between the closing quote and its members; unless: words that leave the list
/// open.
[[nodiscard]] std::unique_ptr<Check> make_count_slogan(Params& params);

}  // namespace gouji::check
