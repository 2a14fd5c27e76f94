// SPDX-License-Identifier: Apache-2.0
#include "statement/partition_bare.hpp"

#include <algorithm>
#include <string>

#include "statement/count_label.hpp"
#include "statement/partition_doubt.hpp"

namespace gouji::statement {
namespace {

using facts::Fact;
using Text = std::string_view;

constexpr Text kComma = "，";
constexpr Text kEnumeration = "、";

}  // namespace

bool are_kinds_of_one(Text text, const std::vector<Fact>& facts, const lexicon::Lexicon& lexicon,
                      const std::vector<std::uint32_t>& figures) {
  std::vector<std::string> labels;
  for (const std::uint32_t index : figures) {
    const Fact& figure = facts[index];
    std::uint32_t floor = 0;
    for (std::uint32_t i = index; i-- > 0 && facts[i].passage == figure.passage && floor == 0;) {
      // 第一批, 一季度 are names here
      if (facts[i].kind != facts::FactKind::ordinal && facts[i].kind != facts::FactKind::date)
        floor = facts[i].span.end;
    }
    const std::uint32_t limit = index + 1 < facts.size() && facts[index + 1].passage == figure.passage
                                    ? facts[index + 1].span.begin
                                    : static_cast<std::uint32_t>(text.size());
    labels.push_back(count_label(text, floor, figure.span.begin, figure.span.end, std::max(limit, figure.span.end)));
  }
  return labels.size() >= 2 && are_one_split(lexicon, labels);
}

BareList BareLists::behind(const std::vector<PartitionItem>& items, std::size_t i) const {
  const Fact& total = facts_[items[i].fact];
  if (items[i].is_change || items[i].depth != 0) return {};
  if (const BareList set = set_behind(items, i); set.begin != 0) return set;
  std::size_t first = i + 1;
  while (first < items.size() && !same_measure(facts_[items[first].fact], total)) ++first;
  if (first + 1 >= items.size() || first > i + 2) return {};
  const Text gap = between(total.span.end, facts_[items[first].fact].span.begin);
  if (const std::size_t colon = gap.find("："); colon != Text::npos) {
    const Text head = gap.substr(0, colon);
    if (head.find("。") != Text::npos || head.find("；") != Text::npos || is_generic(total)) return {};
    return {total.span.end + static_cast<std::uint32_t>(colon + Text("：").size()), first, false};
  }
  if (first != i + 1 || !gap.starts_with(kComma) || is_generic(total)) return {};
  std::string head(between(items[i].gap_begin, total.span.begin));
  for (std::size_t at; (at = head.find("公共")) != std::string::npos;) head.erase(at, Text("公共").size());
  if (!lexicon_.contains("sum_words", head)) return {};
  // every part has a short name of its own, joined alike
  std::size_t parts = 0;
  for (std::size_t k = i + 1; k < items.size(); ++k) {
    const Text own = between(items[k].gap_begin, facts_[items[k].fact].span.begin);
    if (items[k].depth != 0 || items[k].is_change || own.size() > 36) break;
    if (lexicon_.contains("left_over_words", own)) return {};  // «收入合计…、支出…，结余…»: a balance
    const bool joined = own.starts_with(kComma) || own.starts_with(kEnumeration);
    if (!joined || own.find("其中") != Text::npos || !same_measure(facts_[items[k].fact], total)) break;
    ++parts;
  }
  if (parts < 2 || i + 1 + parts != items.size()) return {};
  return {total.span.end, i + 1, false};
}

/// «800万元，中央补助500万元、省级补助200万元、市级配套100万元»: three kinds or more and nothing of theirs behind.
BareList BareLists::set_behind(const std::vector<PartitionItem>& items, std::size_t i) const {
  constexpr std::size_t kFewest = 3;
  constexpr std::size_t kLongestName = 60;
  const Fact& total = facts_[items[i].fact];
  if (total.kind != facts::FactKind::money) return {};
  std::vector<std::uint32_t> parts;
  std::size_t first = i + 1;
  for (std::size_t k = first; k < items.size(); ++k) {
    const Fact& fact = facts_[items[k].fact];
    const std::uint32_t from = facts_[items[k - 1].fact].span.end;
    const Text gap = between(from, fact.span.begin);
    if (items[k].after_stop && !parts.empty()) break;
    if (k == i + 1 && !same_measure(fact, total)) continue;  // «分三批»
    const bool joined =
        gap.starts_with(kComma) || gap.starts_with(kEnumeration) || (parts.empty() && gap.find(kComma) != Text::npos);
    if (items[k].depth != 0 || items[k].is_change || !fact.is_plain() || !joined || gap.size() > kLongestName ||
        gap.find("。") != Text::npos || !same_measure(fact, total))
      break;
    if (parts.empty()) first = k;
    parts.push_back(items[k].fact);
  }
  while (parts.size() >= kFewest && !are_kinds_of_one(text_, facts_, lexicon_, parts)) parts.pop_back();
  if (parts.size() < kFewest) return {};
  // «中央500万元、省级200万元…»: the first of the kinds is not their total
  std::vector<std::uint32_t> all = parts;
  all.push_back(items[i].fact);
  if (are_kinds_of_one(text_, facts_, lexicon_, all)) return {};
  return {total.span.end, first, true};
}

}  // namespace gouji::statement
