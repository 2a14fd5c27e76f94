// Kind `identity`: labelled terms of one scope satisfy a sum.
// SPDX-License-Identifier: Apache-2.0
//
//   terms:     name -> label words; a figure is a term when its label is such a word, apart from years, scope words
//              and fillers; the longest word over all terms wins
//   captured:  further terms that no label names, only patterns
//   not:       name -> label words that never are this term (项目支出 is no 支出)
//   formula:   'opening + income + transfer_in? - expense == closing', or a list of such, each judged wherever its
//              terms are complete; `?` = 0 when absent
//   or:        further formulas; when one of them with the same total holds, the instance holds
//   when:      relation patterns whose captures are the terms, for forms that labels do not show
//   within:    one or several of sentence | paragraph | section | row | table, narrowest first (default sentence)
//   unless:    lexicon classes; a word of one in the scope makes it not comparable
//   unless_labels, unless_pattern: the same, only for terms found by label or by pattern
//   unless_stated: terms; when one has a figure in the paragraph or section, terms found by label are not
//              comparable, except when it is a part (其中…) of a figure of the sum
//   subject:   terms that, first in a sentence, may have a subject or scope in front; it goes for those behind
//   double_table: true: the 总计 of both halves of a double table must be equal
//   try:      terms for which another figure of the paragraph may be meant: if one fits, silent
//   unopened: income - expense == closing, for paragraphs without an opening balance (identity_unopened.hpp);
//              unopened_unless: lexicon classes; a word of one anywhere in the document makes it not comparable
//   when_also: words one of which must be in the scope
#pragma once

#include <memory>

#include "check/check.hpp"

namespace gouji::check {

[[nodiscard]] std::unique_ptr<Check> make_identity(Params& params);

}  // namespace gouji::check
