// SPDX-License-Identifier: Apache-2.0
#include "check/diagnose.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "check/slip.hpp"
#include "check/working.hpp"

namespace gouji::check {
namespace {

Bilingual with_part(const char* zh, const char* en, const Rational& part, const facts::Fact* like) {
  const std::string figure = like == nullptr ? std::string() : show(abs(part), *like);
  Bilingual out{zh, en};
  if (!figure.empty()) {
    out.zh += "（" + figure + "）";
    out.en += " (" + figure + ")";
  }
  return out;
}

// The one value among the parts that satisfies `fits`; none when parts of different value do.
template <class Fits>
std::optional<Rational> only_part(const std::vector<Rational>& parts, Fits fits) {
  std::optional<Rational> found;
  for (const Rational& part : parts) {
    if (part.is_zero() || !fits(part)) continue;
    if (found && !(*found == part)) return std::nullopt;
    found = part;
  }
  return found;
}

}  // namespace

Bilingual diagnose_power_of_ten(const Rational& expected, const facts::Fact& stated) {
  const int exponent = power_between(expected, stated);
  if (exponent == 0) return {};
  const std::string times = Rational::power_of_ten(exponent < 0 ? -exponent : exponent).to_string();
  return {"疑为单位或小数点有误：相差 " + times + " 倍", "unit or decimal point: off by a factor of " + times};
}

Bilingual diagnose_digits_swapped(const Rational& expected, const facts::Fact& stated) {
  std::string want = digits_in_steps(expected, stated.step);
  std::string have = digits_in_steps(stated.value, stated.step);
  if (want.size() < 2 || want.size() != have.size() || want == have) return {};
  // Equal digit multisets make the difference divisible by 9.
  std::sort(want.begin(), want.end());
  std::sort(have.begin(), have.end());
  if (want != have) return {};
  return cause_of(SlipKind::swapped, expected, stated);
}

Bilingual diagnose_digit_lost(const Rational& expected, const facts::Fact& stated) {
  const std::string want = digits_in_steps(expected, stated.step);
  const std::string have = digits_in_steps(stated.value, stated.step);
  if (std::min(want.size(), have.size()) < 3) return {};
  if (slip_of_digits(want, have) != SlipKind::length) return {};
  return cause_of(SlipKind::length, expected, stated);
}

Bilingual diagnose_value(const Rational& expected, const Rational& stated, const facts::Fact& stated_fact) {
  if (!expected.is_defined() || !stated.is_defined() || expected == stated) return {};
  facts::Fact fact = stated_fact;
  const Rational steps = stated / stated_fact.step;
  if (!(stated == stated_fact.value) && steps.is_integer()) {
    fact.printed.coefficient = steps.numerator();
    fact.value = stated;
  }
  if (Bilingual cause = diagnose_power_of_ten(expected, fact); !cause.empty()) return cause;
  if (Bilingual cause = diagnose_digits_swapped(expected, fact); !cause.empty()) return cause;
  return diagnose_digit_lost(expected, fact);
}

Bilingual diagnose_sum(const std::vector<Rational>& parts, const Rational& total, const facts::Fact* like) {
  if (parts.size() < 2) return {};
  Rational sum = 0;
  for (const Rational& part : parts) sum += part;
  const Rational excess = sum - total;
  if (!excess.is_defined() || excess.is_zero()) return {};
  if (const auto part = only_part(parts, [&](const Rational& value) { return excess == value; })) {
    return with_part("疑为总数漏加一项", "the total looks to miss one part", *part, like);
  }
  if (const auto part = only_part(parts, [&](const Rational& value) { return -excess == value; })) {
    return with_part("疑为总数重加一项", "the total looks to have one part twice", *part, like);
  }
  if (const auto part = only_part(parts, [&](const Rational& value) { return abs(excess) == abs(value) * 2; })) {
    return with_part("疑为一项的增减方向有误", "one part looks to have the wrong sign", *part, like);
  }
  return {};
}

bool is_one_digit_off(const Rational& expected, const facts::Fact& stated) {
  const std::string want = digits_in_steps(expected, stated.step);
  const std::string have = digits_in_steps(stated.value, stated.step);
  return want.size() >= 4 && slip_of_digits(want, have) == SlipKind::digit;
}

bool is_implausible_gap(const Rational& sum, const Rational& total) {
  const Rational size = abs(total);
  return sum.is_negative() != total.is_negative() || abs(sum) * 3 > size * 4 || abs(sum) * 3 < size * 2;
}

}  // namespace gouji::check
