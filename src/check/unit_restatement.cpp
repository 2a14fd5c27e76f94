// SPDX-License-Identifier: Apache-2.0
#include "check/unit_restatement.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/utf8.hpp"
#include "facts/label.hpp"

namespace gouji::check {
namespace {

using facts::Fact;

constexpr std::array<int, 3> kPowers = {3, 4, 8};
constexpr std::size_t kMostPlaces = 40;          // digits met more often tell nothing
constexpr std::size_t kShortestStem = 12;        // bytes: four characters
constexpr std::size_t kShortestSharedStem = 18;  // when one name is only the end of the other

bool ends_with(std::string_view text, std::string_view word) {
  return text.size() >= word.size() && text.substr(text.size() - word.size()) == word;
}

bool is_telling(const Fact& fact) {
  Int128 digits = fact.printed.coefficient < 0 ? -fact.printed.coefficient : fact.printed.coefficient;
  while (digits != 0 && digits % 10 == 0) digits /= 10;
  return digits >= 100;
}

struct Named {
  std::uint32_t fact = 0;
  std::string_view stem;
};

/// The bare noun phrase: no year, no 上述 and what stands before it, no 共到位.
std::string_view stem_of(const lexicon::Lexicon& lexicon, std::string_view label) {
  const lexicon::ClassId head = lexicon.class_id("restated_head");
  const lexicon::ClassId tail = lexicon.class_id("restated_tail");
  for (const std::string_view pointer : {"上述", "前述"}) {
    if (const std::size_t at = label.rfind(pointer); at != std::string_view::npos) label.remove_prefix(at);
  }
  std::size_t digits = 0;
  while (digits < label.size() && label[digits] >= '0' && label[digits] <= '9') ++digits;
  if (digits == 4) {
    for (const std::string_view year : {"年度", "年"}) {
      if (label.substr(digits, year.size()) != year) continue;
      label.remove_prefix(digits + year.size());
      break;
    }
  }
  while (const std::size_t cut = facts::prefix_of(lexicon, head, label)) label.remove_prefix(cut);
  while (const std::size_t cut = facts::suffix_of(lexicon, tail, label)) label.remove_suffix(cut);
  return label;
}

bool is_one_name(std::string_view a, std::string_view b) {
  if (a == b) return true;
  const std::string_view shorter = a.size() < b.size() ? a : b;
  return shorter.size() >= kShortestSharedStem && ends_with(a.size() < b.size() ? b : a, shorter);
}

bool are_far_units(const Fact& a, const Fact& b) {
  return std::any_of(kPowers.begin(), kPowers.end(), [&](int power) {
    const Rational scale = Rational::power_of_ten(power);
    return a.value == b.value * scale || b.value == a.value * scale;
  });
}

}  // namespace

std::vector<SameDigits> same_digits_pairs(const DocumentView& view) {
  const auto& facts = view.facts.facts;
  const lexicon::ClassId apart = view.lexicon.class_id("restated_apart");
  std::map<std::string, std::vector<Named>> by_digits;
  for (std::uint32_t index = 0; index < facts.size(); ++index) {
    const Fact& fact = facts[index];
    if (fact.kind != facts::FactKind::money || fact.unit == nullptr || fact.table != docx::kNone) continue;
    if (fact.unit_source != facts::UnitSource::self || !fact.is_plain() || !is_telling(fact)) continue;
    if (view.text.passages[fact.passage].in_table()) continue;
    const std::string_view stem = stem_of(view.lexicon, fact.label_text);
    if (stem.size() < kShortestStem || view.lexicon.contains(apart, fact.label_text)) continue;
    by_digits[fact.printed.value().to_string()].push_back({index, stem});
  }
  std::vector<SameDigits> out;
  for (const auto& [digits, places] : by_digits) {
    if (places.size() > kMostPlaces) continue;
    std::set<std::uint32_t> used;
    for (std::size_t i = 0; i < places.size(); ++i) {
      for (std::size_t k = i + 1; k < places.size(); ++k) {
        if (used.count(places[i].fact) + used.count(places[k].fact) != 0) continue;
        if (!is_one_name(places[i].stem, places[k].stem) ||
            !are_far_units(facts[places[i].fact], facts[places[k].fact]))
          continue;
        used.insert({places[i].fact, places[k].fact});
        out.push_back({places[i].fact, places[k].fact});
      }
    }
  }
  return out;
}

}  // namespace gouji::check
