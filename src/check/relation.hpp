// Kind `relation`: figures captured by patterns in one scope satisfy a formula on intervals.
//   within:  one or several of sentence | paragraph | row (default sentence). A row is the text
//            label｜header：figure｜header：figure｜
//   row_severity: severity of what is found in a row, when it differs
//   when:    patterns; the first that matches at a place wins. {name:type} with a type of figure (money, percent,
//            points, multiple, count, number, amount, date, year, docnumber, duration, price, ordinal, code), `text`,
//            or a lexicon class; ~ up to 12 and ~~ up to 40 characters without a figure (~ also without ，), ~~~ up
//            to 160 characters without a percentage (over ends of sentences: only within a paragraph)
//   let:     names for formulas over captures
//   require: a comparison
//   expect:  {actual: capture, value: formula}   (default: the sides of `actual == value` in require)
//   unless:  lexicon classes; a word of one in the scope makes it not comparable
//   try:     captures for which another figure of the same kind in the paragraph may be meant: if one fits, silent;
//            with a ~~~ two captures are tried together too
//   diagnose: divided_by_current | power_of_ten | digits_swapped | digit_lost, the first that fits
//   message: {zh, en} with {capture} and {expected}
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "check/check.hpp"

namespace gouji::check {

[[nodiscard]] std::unique_ptr<Check> make_relation(Params& params);

}  // namespace gouji::check
