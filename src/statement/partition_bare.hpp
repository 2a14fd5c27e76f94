// Lists that no word opens: «资金500万元用于3个项目：a、b、c», «共37株，一级3株、二级8株»,
// «800万元，中央500万元、省级300万元». In: the amounts of one sentence. Out: where such a list begins, unjudged.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "statement/sentence.hpp"

namespace gouji::statement {

/// An amount of the sentence as the partition grammar sees it.
struct PartitionItem {
  std::uint32_t fact = 0;
  int depth = 0;
  std::uint32_t gap_begin = 0;  // end of the figure before it
  bool is_change = false;       // an increase, a level of last year, a rate's operand: no part
  bool after_stop = false;      // ； before it
};

struct BareList {
  std::uint32_t begin = 0;  // in the passage; 0 when there is no list
  std::size_t first = 0;    // its first item
  bool is_set = false;      // its labels are the kinds of one split of the lexicon: nothing else need open it
};

class BareLists {
 public:
  BareLists(std::string_view text, const std::vector<facts::Fact>& facts, const lexicon::Lexicon& lexicon)
      : text_(text), facts_(facts), lexicon_(lexicon) {}

  /// Behind item `i`, its total.
  [[nodiscard]] BareList behind(const std::vector<PartitionItem>& items, std::size_t i) const;

 private:
  [[nodiscard]] BareList set_behind(const std::vector<PartitionItem>& items, std::size_t i) const;
  [[nodiscard]] std::string_view between(std::uint32_t begin, std::uint32_t end) const {
    return text_.substr(begin, end > begin ? end - begin : 0);
  }

  std::string_view text_;
  const std::vector<facts::Fact>& facts_;
  const lexicon::Lexicon& lexicon_;
};

/// The labels of these figures are the kinds of one split of the lexicon (split_…), each its own.
[[nodiscard]] bool are_kinds_of_one(std::string_view text, const std::vector<facts::Fact>& facts,
                                    const lexicon::Lexicon& lexicon, const std::vector<std::uint32_t>& figures);

}  // namespace gouji::statement
