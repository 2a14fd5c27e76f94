// SPDX-License-Identifier: Apache-2.0
#include "check/closure_slip.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "check/working.hpp"

namespace gouji::check {
namespace {

using facts::Fact;

std::string digits_of(const Rational& value, const Rational& step) {
  const Rational steps = value / step;
  return steps.is_defined() && steps.is_integer() && !steps.is_negative() ? steps.to_string() : std::string();
}

bool differs_in_one(const std::string& a, const std::string& b) {
  if (a.size() != b.size()) return false;
  std::size_t differ = 0;
  for (std::size_t i = 0; i < a.size(); ++i) differ += a[i] == b[i] ? 0u : 1u;
  return differ == 1;
}

bool is_swap(const std::string& a, const std::string& b) {
  if (a.size() != b.size()) return false;
  const auto at = static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin()).first - a.begin());
  return at + 1 < a.size() && a[at] == b[at + 1] && a[at + 1] == b[at] && a.substr(at + 2) == b.substr(at + 2);
}

bool lacks_one(const std::string& longer, const std::string& shorter) {
  if (longer.size() != shorter.size() + 1) return false;
  const auto at =
      static_cast<std::size_t>(std::mismatch(shorter.begin(), shorter.end(), longer.begin()).first - shorter.begin());
  return longer.substr(at + 1) == shorter.substr(at);
}

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

std::optional<SlipKind> slip_between(const Rational& want, const Fact& printed) {
  if (!want.is_defined() || want.is_zero() || want.is_negative() || want == printed.value) return std::nullopt;
  const Rational ratio = want / printed.value;
  for (const int exponent : std::array<int, 8>{4, -4, 8, -8, 1, -1, 2, -2}) {
    const bool is_unit = exponent == 4 || exponent == -4 || exponent == 8 || exponent == -8;
    if ((is_unit ? printed.kind == facts::FactKind::money : true) && ratio == Rational::power_of_ten(exponent))
      return SlipKind::unit;
  }
  const std::string right = digits_of(want, printed.step);
  const std::string wrong = digits_of(printed.value, printed.step);
  if (right.size() < 2 || wrong.size() < 2) return std::nullopt;
  if (is_swap(right, wrong)) return SlipKind::swapped;
  if (differs_in_one(right, wrong)) return SlipKind::digit;
  if (lacks_one(right, wrong) || lacks_one(wrong, right)) return SlipKind::length;
  return std::nullopt;
}

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

Bilingual cause_of(const Slip& slip, const Fact& printed) {
  const std::string want = show(slip.want, printed);
  switch (slip.kind) {
    case SlipKind::digit: return {"疑为一位数字有误：应为 " + want, "one digit looks wrong: should be " + want};
    case SlipKind::swapped: return {"疑为数字颠倒：应为 " + want, "digits look swapped: should be " + want};
    case SlipKind::length:
      return slip.want > printed.value ? Bilingual{"疑为漏位：应为 " + want, "a digit looks lost: should be " + want}
                                       : Bilingual{"疑为多写一位：应为 " + want, "a digit too many: should be " + want};
    case SlipKind::unit: break;
  }
  const Rational ratio = max(slip.want, printed.value) / min(slip.want, printed.value);
  return {"疑为单位或小数点有误：相差 " + ratio.to_string() + " 倍",
          "unit or decimal point: off by a factor of " + ratio.to_string()};
}

}  // namespace gouji::check
