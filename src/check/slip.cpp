// SPDX-License-Identifier: Apache-2.0
#include "check/slip.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "check/working.hpp"

namespace gouji::check {
namespace {

std::size_t first_difference(const std::string& a, const std::string& b) {
  return static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
}

bool lacks_one(const std::string& longer, const std::string& shorter) {
  if (longer.size() != shorter.size() + 1) return false;
  const std::size_t at = first_difference(shorter, longer);
  return longer.compare(at + 1, std::string::npos, shorter, at, std::string::npos) == 0;
}

constexpr int kMostTried = 2;  // printed values that lie in what is wanted

/// Figures of so many digits are not close by chance.
bool is_telling_slip(const std::string& want, const std::string& have) {
  const std::size_t digits = std::min(want.size(), have.size());
  const std::optional<SlipKind> slip = slip_of_digits(want, have);
  return slip && digits >= (slip == SlipKind::digit ? 4 : 3);
}

bool is_power_apart(const Rational& want, const facts::Fact& printed) {
  constexpr std::array<int, 4> kDecimalPoint{1, -1, 2, -2};
  constexpr std::array<int, 4> kUnit{4, -4, 8, -8};
  const Rational ratio = want / printed.value;
  const auto is = [&](int exponent) { return ratio == Rational::power_of_ten(exponent); };
  return std::any_of(kDecimalPoint.begin(), kDecimalPoint.end(), is) ||
         (printed.kind == facts::FactKind::money && std::any_of(kUnit.begin(), kUnit.end(), is));
}

}  // namespace

std::string digits_in_steps(const Rational& value, const Rational& step) {
  const Rational steps = value / step;
  if (!steps.is_defined() || steps.is_negative()) return {};
  return steps.to_string(0);
}

std::optional<SlipKind> slip_of_digits(const std::string& want, const std::string& have) {
  if (want == have) return std::nullopt;
  if (want.size() != have.size()) {
    return lacks_one(want, have) || lacks_one(have, want) ? std::optional(SlipKind::length) : std::nullopt;
  }
  const std::size_t at = first_difference(want, have);
  const auto behind = [](const std::string& digits, std::size_t from) { return std::string_view(digits).substr(from); };
  if (behind(want, at + 1) == behind(have, at + 1)) return SlipKind::digit;
  if (want[at] == have[at + 1] && want[at + 1] == have[at] && behind(want, at + 2) == behind(have, at + 2))
    return SlipKind::swapped;
  return std::nullopt;
}

std::optional<SlipKind> slip_between(const Rational& want, const facts::Fact& printed) {
  if (!want.is_defined() || want.is_zero() || want.is_negative() || want == printed.value) return std::nullopt;
  if (is_power_apart(want, printed)) return SlipKind::unit;
  if (!(want / printed.step).is_integer()) return std::nullopt;
  const std::string right = digits_in_steps(want, printed.step);
  const std::string wrong = digits_in_steps(printed.value, printed.step);
  if (std::min(right.size(), wrong.size()) < 2) return std::nullopt;
  return slip_of_digits(right, wrong);
}

int power_between(const Rational& expected, const facts::Fact& printed) {
  if (expected.is_zero() || printed.value.is_zero() || digits_in_steps(abs(printed.value), printed.step).size() < 3)
    return 0;
  const Rational half = printed.step / 2;
  for (const int exponent : std::array<int, 10>{4, -4, 3, -3, 1, -1, 2, -2, 8, -8}) {
    const Rational gap = abs(expected - printed.value * Rational::power_of_ten(exponent));
    if (gap <= half && gap * 1000 <= abs(expected)) return exponent;
  }
  return 0;
}

bool is_slip(const Interval& wanted, const facts::Fact& printed) {
  if (!wanted.is_defined() || wanted.low.is_negative() || printed.value.is_negative()) return false;
  const Rational first = wanted.low / printed.step;
  const Rational last = wanted.high / printed.step;
  if (!first.is_defined() || !last.is_defined() || last - first > Rational(kMostTried)) return false;
  const std::string have = digits_in_steps(printed.value, printed.step);
  const auto from = Rational::parse((first - Rational::of(1, 2)).to_string(0)).value_or(Rational(0));
  for (int i = 0; i <= kMostTried + 1; ++i) {
    const Rational steps = from + Rational(i);
    if (steps < first || steps > last) continue;
    if (is_telling_slip(steps.to_string(0), have)) return true;
    if (power_between(steps * printed.step, printed) != 0) return true;
  }
  return false;
}

Bilingual cause_of(SlipKind kind, const Rational& want, const facts::Fact& printed) {
  const std::string shown = show(want, printed);
  switch (kind) {
    case SlipKind::digit: return {"疑为一位数字有误：应为 " + shown, "one digit looks wrong: should be " + shown};
    case SlipKind::swapped: return {"疑为数字颠倒：应为 " + shown, "digits look swapped: should be " + shown};
    case SlipKind::length:
      return want > printed.value ? Bilingual{"疑为漏位：应为 " + shown, "a digit looks lost: should be " + shown}
                                  : Bilingual{"疑为多写一位：应为 " + shown, "a digit too many: should be " + shown};
    case SlipKind::unit: break;
  }
  const std::string times = (max(want, printed.value) / min(want, printed.value)).to_string();
  return {"疑为单位或小数点有误：相差 " + times + " 倍", "unit or decimal point: off by a factor of " + times};
}

}  // namespace gouji::check
