// Kind `unit_price`: amount = price × count (× months or days), all in one sentence (DOMAIN 3.2 total/unit-price,
// 3.4 ratio/average).
//   price:  standard | average   每人500元, 500元/人 | 人均500元
//   per:    base unit of the count -> the words that may stand for it behind 每, / or before 均
//   unless: lexicon classes; a word of one in the sentence makes it not comparable
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/check.hpp"

namespace gouji::check {

[[nodiscard]] std::unique_ptr<Check> make_unit_price(Params& params);

}  // namespace gouji::check
