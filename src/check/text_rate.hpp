// Kind `text_rate`: «计划40座，建成38座，完成率95%», «使用率97%，即到位300万元，使用291万元»: a rate in running text is
// the amount that it is named after divided by the whole beside it, in any order (DOMAIN 3.5).
//   name:   words that the rate ends with: 执行率, 支出进度. With `stem: true` every other X率 whose X names a count.
//   part:   words that make an amount the numerator: 支出, 完成 (with `stem`, besides X itself)
//   whole:  words that make an amount the denominator: 预算, 抽检, 共
//   plan:   words that make it the denominator even before a word of `part`: 应缴, 计划完成
//   strict: only a named whole may be meant: another quotient that gives the rate is the fault, not the explanation
//   unless: lexicon classes; a word of one in the sentence makes it not comparable
// Silent wherever any two amounts in reach give the rate, or what it lacks of 100%.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/check.hpp"

namespace gouji::check {

[[nodiscard]] std::unique_ptr<Check> make_text_rate(Params& params);

}  // namespace gouji::check
