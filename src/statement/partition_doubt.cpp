// SPDX-License-Identifier: Apache-2.0
#include "statement/partition_doubt.hpp"

#include <algorithm>

#include "facts/label.hpp"

namespace gouji::statement {

bool is_generic(const facts::Fact& fact) {
  if (fact.kind != facts::FactKind::count || fact.unit == nullptr) return false;
  constexpr std::string_view kGeneric[] = {"个", "项", "次", "件", "处", "场", "期", "条", "份", "批", "种", "类"};
  return std::find(std::begin(kGeneric), std::end(kGeneric), std::string_view(fact.unit->word)) != std::end(kGeneric);
}

bool mixes_states(const Partition& partition, const std::vector<facts::Fact>& facts, const lexicon::Lexicon& lexicon) {
  if (facts[partition.total].kind != facts::FactKind::count) return false;
  const lexicon::ClassId state = lexicon.class_id("state_words");
  std::size_t states = 0;
  Rational sum = 0;
  for (const std::uint32_t part : partition.parts) {
    sum += facts[part].value;
    if (facts::prefix_of(lexicon, state, facts[part].label_text) != 0) ++states;
  }
  return states != 0 && states != partition.parts.size() && facts[partition.total].value < sum;
}

bool is_overlap(const Partition& partition, const std::vector<facts::Fact>& facts, const std::string& label,
                const lexicon::Lexicon& lexicon) {
  if (!lexicon.contains(lexicon.class_id("overlap_attribute"), label)) return false;
  if (label.find("女") == std::string::npos) return true;
  return std::none_of(partition.parts.begin(), partition.parts.end(),
                      [&](std::uint32_t part) { return facts[part].label_text.find("男") != std::string::npos; });
}

bool of_other_stage(std::string_view part, std::string_view total, const lexicon::Lexicon& lexicon) {
  const lexicon::ClassId budget = lexicon.class_id("role_budget");
  const lexicon::ClassId final = lexicon.class_id("role_final");
  if (budget == lexicon::kNoClass || final == lexicon::kNoClass) return false;
  const auto is_only = [&](std::string_view text, lexicon::ClassId one, lexicon::ClassId other) {
    return lexicon.contains(one, text) && !lexicon.contains(other, text);
  };
  return (is_only(part, final, budget) && is_only(total, budget, final)) ||
         (is_only(part, budget, final) && is_only(total, final, budget));
}

bool are_thresholds(const Partition& partition, const std::vector<facts::Fact>& facts, std::string_view text) {
  constexpr std::uint32_t kNear = 36;  // bytes before the figure
  std::size_t above = 0;
  std::uint32_t floor = 0;
  for (const std::uint32_t part : partition.parts) {
    const std::uint32_t end = facts[part].span.begin;
    const std::uint32_t begin = std::max(floor, end < kNear ? 0 : end - kNear);
    floor = facts[part].span.end;
    if (end > text.size() || begin >= end) continue;
    const std::string_view lead = text.substr(begin, end - begin);
    for (const std::string_view word : {"以下", "以内", "不足", "不满", "至", "—"}) {
      if (lead.find(word) != std::string_view::npos) return false;
    }
    if (lead.find("以上") != std::string_view::npos) ++above;
  }
  return above >= 2;
}

}  // namespace gouji::statement
