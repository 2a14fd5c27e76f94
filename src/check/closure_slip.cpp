// SPDX-License-Identifier: Apache-2.0
#include "check/closure_slip.hpp"

#include <algorithm>

namespace gouji::check {
namespace {

using facts::Fact;

/// The largest power of ten that all the values are multiples of; as the number of such units in `total`.
Rational units_in(const Rational& total, const std::vector<Rational>& values) {
  for (int exponent = 12; exponent >= -6; --exponent) {
    const Rational unit = Rational::power_of_ten(exponent);
    const bool fits = std::all_of(values.begin(), values.end(), [&](const Rational& value) {
      const Rational units = value / unit;
      return units.is_defined() && units.is_integer();
    });
    if (fits) return total / unit;
  }
  return 0;
}

}  // namespace

std::vector<Slip> slips_of(const facts::FactTable& facts, std::uint32_t total,
                           const std::vector<std::uint32_t>& parts) {
  std::vector<Slip> slips;
  const Fact& whole = facts.facts[total];
  Rational gap = whole.value;
  for (const std::uint32_t part : parts) gap = gap - facts.facts[part].value;
  const auto consider = [&](std::uint32_t index, const Rational& want) {
    const Fact& fact = facts.facts[index];
    const std::optional<SlipKind> kind = slip_between(want, fact);
    if (!kind) return;
    std::vector<Rational> values{index == total ? want : whole.value};
    for (const std::uint32_t part : parts) values.push_back(part == index ? want : facts.facts[part].value);
    const Rational range = units_in(values.front(), values);
    if (!range.is_defined() || range < Rational(2)) return;
    const auto places = static_cast<std::int64_t>(range.to_string(0).size());
    const auto operands = static_cast<std::int64_t>(values.size());
    std::int64_t gaps = 0;
    switch (*kind) {
      case SlipKind::digit: gaps = 18 * places; break;
      case SlipKind::swapped: gaps = 18 * (places - 1); break;
      case SlipKind::length: gaps = 11 * places * operands; break;
      case SlipKind::unit: gaps = 8 * operands; break;
    }
    slips.push_back({index, *kind, want, Rational(gaps) / range});
  };
  for (const std::uint32_t part : parts) consider(part, facts.facts[part].value + gap);
  consider(total, whole.value - gap);
  return slips;
}

}  // namespace gouji::check
