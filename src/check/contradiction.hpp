// Kind `contradiction`: two statements of one document that cannot both be true, in words rather than sums.
//   claim, against: expressions on one sentence; the group `mark`, when there is one, is the decisive stretch, the
//   group
//                   `what` says of what it is said and must agree on both sides
//   near:           like `against`, but only in the paragraph of the claim
//   rows:           true: `against` is looked for in table rows as well, as label｜header：figure｜header：figure｜
//   claim_not, against_not: what one of them matches in its clause or the clause before says nothing
//   mended:         what one of them matches behind `against`, in its sentence, says that it is so no more
//   within:         sentence | paragraph | section | document (default)
//   under:          `against` counts only below a heading, or in a paragraph, that one of these matches
//   shared:         `what` need only have that many characters in common (default: one contains the other)
//   unless:         a sentence or row of the document that one of them matches explains the difference: not comparable
//   minor:          when every `against` matches one of them, the finding is only an info
//   message:        {zh, en} with {claim}, {against} and {what}, the working
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "check/check.hpp"

namespace gouji::check {

[[nodiscard]] std::unique_ptr<Check> make_contradiction(Params& params);

}  // namespace gouji::check
