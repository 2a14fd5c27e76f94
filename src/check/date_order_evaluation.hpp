// The evaluation itself: its group is set up, its work begins, after its notice and after the evaluated year.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "check/check.hpp"
#include "text/regex.hpp"

namespace gouji::check {

struct EvaluationWords {
  std::vector<text::Regex> events;    // patterns of 成立…小组, 开展自评
  std::vector<std::string> standing;  // the group exists from earlier, or the sentence speaks of more than this once
  std::vector<std::string> notice;    // a document number in a sentence with one of these orders the evaluation
};

/// Reports dated events of the evaluation that precede its notice or follow its filing.
void judge_evaluation(const DocumentView& view, Sink& sink, const EvaluationWords& words);

}  // namespace gouji::check
