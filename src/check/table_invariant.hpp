// Kind `table_invariant`: what most rows of a table prove of its columns, without a word of their headers, holds in all
// of them.
// SPDX-License-Identifier: Apache-2.0
//
//   over: sums (a = b + c, d = a + b − c) | rates (a ÷ b, growth, price = amount ÷ number)
//
// An exception is told only when it cannot be meant: the sums of the columns close all the same, a slip of the pen
// explains it, or two neighbours of one column have changed places.
#pragma once

#include "check/check.hpp"

namespace gouji::check {

[[nodiscard]] std::unique_ptr<Check> make_table_invariant(Params& params);

}  // namespace gouji::check
