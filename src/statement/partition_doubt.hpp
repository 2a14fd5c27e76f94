// Reasons in the wording why the figures of a list may not be summed.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "facts/fact.hpp"
#include "lexicon/lexicon.hpp"
#include "statement/partition.hpp"

namespace gouji::statement {

/// 个, 项, 次…: the unit says nothing of what is counted.
[[nodiscard]] bool is_generic(const facts::Fact& fact);

/// «签约16个，其中亿元以上9个，已开工11个»: some parts say how far things are, others what they are.
[[nodiscard]] bool mixes_states(const Partition& partition, const std::vector<facts::Fact>& facts,
                                const lexicon::Lexicon& lexicon);

/// 女, 党员…: attributes overlap. 男 and 女 together are a partition.
[[nodiscard]] bool is_overlap(const Partition& partition, const std::vector<facts::Fact>& facts,
                              const std::string& label, const lexicon::Lexicon& lexicon);

/// «支出决算a，支出决算b，两项年初预算合计T»: planned and done.
[[nodiscard]] bool of_other_stage(std::string_view part, std::string_view total, const lexicon::Lexicon& lexicon);

/// «挂账5年以上的a，10年以上的b»: the second is within the first. `text` is the passage of the parts.
[[nodiscard]] bool are_thresholds(const Partition& partition, const std::vector<facts::Fact>& facts,
                                  std::string_view text);

}  // namespace gouji::statement
