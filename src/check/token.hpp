// Kind `token`: stretches of text that must not stand in a finished report.
//   find:    regular expressions on folded text; the group `mark`, when there is one, is what is wrong
//   allow:   expressions; a find that one of them covers is right there
//   skip:    expressions; a passage that one of them matches is not judged
//   where:   text (prose: it has ， 。 or ；) | title (other lines) | cell; default text
//   genre, not_genre: kinds of report that alone are, or are not, judged
//   from_year: judged only when the report is on this year or a later one
//   message: {zh, en} with {found}, the working
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "check/check.hpp"

namespace gouji::check {

[[nodiscard]] std::unique_ptr<Check> make_token(Params& params);

}  // namespace gouji::check
