// Kind `words_capital`: an amount in capital numerals equals the same amount in digits beside it, to the 分 (DOMAIN
// 3.10 words/capital). Between the two stand only words of the class `capital_links`.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/check.hpp"

namespace gouji::check {

[[nodiscard]] std::unique_ptr<Check> make_words_capital(Params& params);

}  // namespace gouji::check
