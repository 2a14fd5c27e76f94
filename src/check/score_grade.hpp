// Kind `score_grade`: the grade fits the score, by the bands that the document prints, else by the profile's.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "check/check.hpp"

namespace gouji::check {

[[nodiscard]] std::unique_ptr<Check> make_score_grade(Params& params);

}  // namespace gouji::check
