// Kind `table_relation`: figures of one row, found by their column headers, satisfy a formula.
// SPDX-License-Identifier: Apache-2.0
//
//   columns:   name -> header words; a header cell that contains the word is the term. «=收入»: the whole cell.
//              «~预算»: only believed when the rows prove it. The latest year of the header is read as 本年, the one
//              before as 上年: «2022年决算数» is 上年决算数.
//   not:       name -> words that no header cell of the column may contain
//   kinds:     name -> amount (default) | rate | price | count | money | score
//   require:   the formula; its judged name alone on the left
//   readings:  further formulas that may be meant by the column as a whole (unsigned changes, other units)
//   or:        further formulas; a row that satisfies one is left alone
//   without:   names of columns that the table must not have
//   unless:    lexicon classes; a word of one in header or caption makes the columns not comparable
//   table_severity: severity of what is found here, where it differs from that of the rule
//   message:   optional {zh, en} with {label}, {expected} and the names
//
// Columns count only when most rows prove them, or, in a table of one row, when their headers leave no choice.
#pragma once

#include "check/check.hpp"

namespace gouji::check {

[[nodiscard]] std::unique_ptr<Check> make_table_relation(Params& params);

}  // namespace gouji::check
