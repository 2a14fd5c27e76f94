// Lists of counts of one classifier in running text: «142个问题，已整改139个…剩下3个», «其中县道18公里、乡道35公里…».
// In: sentences and facts. Out: a number, the kinds it is split into and what proves that they are a split; unjudged.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "statement/sentence.hpp"

namespace gouji::statement {

/// What says that the counts are kinds of the number before them.
enum class SplitProof {
  opener,  // 其中, （, ：, 分别为…
  set,     // all labels belong to one set of kinds that exclude each other: 优/良/中/差
  pair     // the last is the negation of another or the rest: 整改/未整改, 其余
};

struct CountList {
  std::uint32_t passage = 0;
  text::Span sentence;
  SplitProof proof = SplitProof::opener;
  std::uint32_t total = docx::kNone;   // fact index: the nearest figure of that classifier before the list
  std::vector<std::uint32_t> earlier;  // others before it: silent when the list closes with one of them
  std::vector<std::uint32_t> parts;
  std::vector<std::string> labels;  // of the parts
  bool in_brackets = false;
  bool is_set = false;       // every label belongs to one set of kinds
  bool is_alike = false;     // labels of one build: 县道, 乡道, 村道
  bool is_complete = false;  // one of the kinds says that nothing is left: 未…, 不合格, 其余
  bool is_open = false;      // 主要, 等: the parts need not add up
  bool may_overlap = false;  // attributes that one member can have together: 党员, 高级职称
  bool is_far = false;       // the number stands in the sentence before
};

[[nodiscard]] std::vector<CountList> find_count_lists(const text::TextModel& model, const facts::FactTable& facts,
                                                      const lexicon::Lexicon& lexicon,
                                                      const std::vector<Sentence>& sentences, const Budget& budget);

}  // namespace gouji::statement
