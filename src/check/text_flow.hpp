// Kind `text_flow`: «年初386户，新增45户，注销22户，年末409户»: in running text the opening figure, what came and what
// went make the closing one, in any order and over any number of terms (DOMAIN 3.4, 3.6).
//   of:      money | count
//   opening, in, out, closing: words that say what a figure is; the last such word before it counts
//   unless:  lexicon classes; a word of one in the sentences makes it not comparable
// Every figure of the measure must be one of the four: with one that is not, or with only one direction, it is silent.
// A term that belongs to another of them («其中», brackets) is left out.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/check.hpp"

namespace gouji::check {

[[nodiscard]] std::unique_ptr<Check> make_text_flow(Params& params);

}  // namespace gouji::check
