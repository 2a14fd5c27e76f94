// SPDX-License-Identifier: Apache-2.0
#include "check/unit_magnitude.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "check/table_sums.hpp"
#include "check/unit_restatement.hpp"
#include "check/working.hpp"

namespace gouji::check {
namespace {

using facts::Fact;
using facts::FactKind;

constexpr std::size_t kShortestLabel = 12;  // bytes: four characters
constexpr std::size_t kMostPlaces = 40;     // a label met more often names no single quantity

/// a = b × 10^k within the printed places: k, or 0.
int power_between(const Fact& a, const Fact& b) {
  if (a.value.is_zero() || b.value.is_zero() || a.value.is_negative() != b.value.is_negative()) return 0;
  for (const int power : {3, 4, 8}) {
    const Rational scale = Rational::power_of_ten(power);
    if (a.value == b.value * scale || b.value == a.value * scale) return power;
  }
  return 0;
}

class UnitMagnitudeCheck final : public Check {
 public:
  void run(const DocumentView& view, Sink& sink) const override {
    std::map<std::string, std::vector<std::uint32_t>> places;
    for (std::uint32_t index = 0; index < view.facts.facts.size(); ++index) {
      const Fact& fact = view.facts.facts[index];
      if (fact.kind != FactKind::money || fact.unit == nullptr || !fact.is_plain() ||
          fact.label_text.size() < kShortestLabel)
        continue;
      if (fact.significant_digits() < 3 || is_foreign(view, fact, index)) continue;
      places[fact.label_text].push_back(index);
    }
    std::map<std::pair<std::uint32_t, int>, std::vector<std::pair<std::uint32_t, std::uint32_t>>> by_table;
    for (const auto& [label, indices] : places) {
      if (indices.size() < 2 || indices.size() > kMostPlaces) continue;
      collect(view, indices, by_table, sink);
    }
    for (const auto& [key, pairs] : by_table) report(view, key.second, pairs, sink);
    for (const SameDigits& same : same_digits_pairs(view)) {
      const Fact& a = view.facts.facts[same.first];
      const Fact& b = view.facts.facts[same.second];
      const bool was_judged = a.label_text == b.label_text && a.passage != b.passage && a.significant_digits() >= 4;
      if (!was_judged) report(view, power_between(a, b), {{same.second, same.first}}, sink);
    }
  }

 private:
  /// A cell under a header of another unit is judged by unit_cell.
  static bool is_foreign(const DocumentView& view, const Fact& fact, std::uint32_t index) {
    if (fact.table == docx::kNone || fact.table >= view.tables.tables.size()) return false;
    const table::TableView& table = view.tables.tables[fact.table];
    return fact.column < table.columns.size() && TableSums(view, table).has_foreign_unit(index, fact.column);
  }

  template <class Map>
  static void collect(const DocumentView& view, const std::vector<std::uint32_t>& indices, Map& by_table, Sink& sink) {
    const auto& facts = view.facts.facts;
    for (std::size_t i = 0; i < indices.size(); ++i) {
      for (std::size_t k = i + 1; k < indices.size(); ++k) {
        const Fact& a = facts[indices[i]];
        const Fact& b = facts[indices[k]];
        if (a.passage == b.passage || (a.table != docx::kNone && a.table == b.table)) continue;
        if (a.value == b.value) {
          sink.holds();
          continue;
        }
        const int power = power_between(a, b);
        if (power == 0) continue;
        // three digits may coincide between two texts; a table row and a text of one name seldom do
        const bool in_table = a.table != docx::kNone || b.table != docx::kNone;
        if (!in_table && std::min(a.significant_digits(), b.significant_digits()) < 4) continue;
        // somewhere else the two places agree: then this pair is about two things
        const bool agrees = std::any_of(indices.begin(), indices.end(), [&](std::uint32_t other) {
          return other != indices[i] && other != indices[k] &&
                 (facts[other].value == a.value || facts[other].value == b.value) &&
                 (facts[other].table != a.table || a.table == docx::kNone) &&
                 (facts[other].table != b.table || b.table == docx::kNone);
        });
        if (agrees) {
          sink.not_comparable("several-values");
          continue;
        }
        const std::uint32_t table = a.table != docx::kNone ? a.table : b.table;
        const bool table_first = a.table != docx::kNone;
        const auto pair = table_first ? std::pair{indices[i], indices[k]} : std::pair{indices[k], indices[i]};
        if (in_table) {
          by_table[{table, power}].push_back(pair);
        } else {
          report(view, power, {pair}, sink);
        }
      }
    }
  }

  /// One wrong unit line breaks many rows: one finding for each table and power.
  static void report(const DocumentView& view, int power,
                     const std::vector<std::pair<std::uint32_t, std::uint32_t>>& pairs, Sink& sink) {
    constexpr std::size_t kShown = 4;
    Draft draft = sink.draft();
    const Fact& one = view.facts.facts[pairs.front().first];
    const Fact& other = view.facts.facts[pairs.front().second];
    draft.working.zh = fmt::format("“{}”：{} 与 {}，恰差 10^{} 倍", one.label_text, one.shown(), other.shown(), power);
    draft.working.en =
        fmt::format("“{}”: {} and {}, exactly 10^{} apart", one.label_text, one.shown(), other.shown(), power);
    if (pairs.size() > 1) {
      draft.working.zh += fmt::format("；另有 {} 处相同", pairs.size() - 1);
      draft.working.en += fmt::format("; {} more alike", pairs.size() - 1);
    }
    draft.cause = {"单位可能错写（元、万元、亿元）", "the unit may be wrong (元, 万元, 亿元)"};
    if (one.table != docx::kNone && other.table == docx::kNone) draft.expected = show(other.value, one);
    draft.actual = show(one.value, one);
    for (std::size_t i = 0; i < pairs.size() && i < kShown; ++i) {
      draft.evidence.push_back(spot_of(view, pairs[i].first, "figure"));
      draft.evidence.push_back(spot_of(view, pairs[i].second, "other"));
    }
    if (pairs.size() == 1) {
      wants(view, pairs.front().second, one.interval(), draft);
      wants(view, pairs.front().first, other.interval(), draft);
    }
    sink.report(std::move(draft));
  }
};

}  // namespace

std::unique_ptr<Check> make_unit_magnitude(Params& params) {
  (void)params;
  return std::make_unique<UnitMagnitudeCheck>();
}

}  // namespace gouji::check
