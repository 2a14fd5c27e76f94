// SPDX-License-Identifier: Apache-2.0
#include "base/rational.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>

namespace gouji {
namespace {

Int128 magnitude(Int128 value) { return value < 0 ? -value : value; }

bool is_small(Int128 value) { return value >= 0 && value <= INT64_MAX; }

// Nearly all operands are small or one: 128-bit division is many times dearer than 64-bit.
Int128 gcd(Int128 a, Int128 b) {
  while (b != 0) {
    if (a == 1 || b == 1) return 1;
    if (is_small(a) && is_small(b)) return std::gcd(static_cast<std::uint64_t>(a), static_cast<std::uint64_t>(b));
    const Int128 rest = a % b;
    a = b;
    b = rest;
  }
  return a;
}

Int128 quotient(Int128 value, Int128 divisor) {
  if (divisor == 1) return value;
  if (is_small(value) && is_small(divisor))
    return static_cast<std::uint64_t>(value) / static_cast<std::uint64_t>(divisor);
  return value / divisor;
}

std::string digits_of(Int128 value) {
  if (value == 0) return "0";
  std::string out;
  for (Int128 rest = magnitude(value); rest != 0; rest /= 10)
    out.push_back(static_cast<char>('0' + static_cast<int>(rest % 10)));
  std::reverse(out.begin(), out.end());
  return out;
}

}  // namespace

std::optional<Rational> Rational::parse(std::string_view text) {
  Rational value = 0;
  int places = -1;
  if (text.empty() || text.size() > 20 || text.back() == '.') return std::nullopt;
  for (const char c : text) {
    if (c == '.' && places < 0) {
      places = 0;
    } else if (c >= '0' && c <= '9') {
      value = value * 10 + Rational(c - '0');
      if (places >= 0) ++places;
    } else {
      return std::nullopt;
    }
  }
  return places > 0 ? value * power_of_ten(-places) : value;
}

Rational Rational::undefined() {
  Rational result;
  result.denominator_ = 0;
  return result;
}

Rational Rational::reduced(Int128 numerator, Int128 denominator) {
  Rational result;
  result.numerator_ = numerator;
  result.denominator_ = denominator;
  return result;
}

Rational Rational::of(Int128 numerator, Int128 denominator) {
  if (denominator == 0) return undefined();
  const Int128 divisor = gcd(magnitude(numerator), magnitude(denominator));
  const Int128 top = quotient(magnitude(numerator), divisor);
  const bool is_negative = (numerator < 0) != (denominator < 0);
  return reduced(is_negative ? -top : top, quotient(magnitude(denominator), divisor));
}

Rational Rational::power_of_ten(int exponent) {
  if (exponent < -36 || exponent > 36) return undefined();
  Int128 power = 1;
  for (int i = 0; i < (exponent < 0 ? -exponent : exponent); ++i) power *= 10;
  return exponent < 0 ? reduced(1, power) : reduced(power, 1);
}

Rational Rational::operator-() const {
  Rational result = *this;
  result.numerator_ = -numerator_;
  return result;
}

Rational Rational::operator+(const Rational& other) const {
  if (!is_defined() || !other.is_defined()) return undefined();
  if (denominator_ == other.denominator_) {
    Int128 sum = 0;
    if (__builtin_add_overflow(numerator_, other.numerator_, &sum)) return undefined();
    return denominator_ == 1 ? reduced(sum, 1) : of(sum, denominator_);
  }
  const Int128 divisor = gcd(denominator_, other.denominator_);
  Int128 left = 0;
  Int128 right = 0;
  Int128 sum = 0;
  Int128 denominator = 0;
  if (__builtin_mul_overflow(numerator_, quotient(other.denominator_, divisor), &left) ||
      __builtin_mul_overflow(other.numerator_, quotient(denominator_, divisor), &right) ||
      __builtin_add_overflow(left, right, &sum) ||
      __builtin_mul_overflow(denominator_, quotient(other.denominator_, divisor), &denominator)) {
    return undefined();
  }
  return of(sum, denominator);
}

Rational Rational::operator-(const Rational& other) const { return *this + (-other); }

Rational Rational::operator*(const Rational& other) const {
  if (!is_defined() || !other.is_defined()) return undefined();
  const Int128 cross1 = gcd(magnitude(numerator_), other.denominator_);
  const Int128 cross2 = gcd(magnitude(other.numerator_), denominator_);
  Int128 numerator = 0;
  Int128 denominator = 0;
  if (__builtin_mul_overflow(quotient(numerator_, cross1), quotient(other.numerator_, cross2), &numerator) ||
      __builtin_mul_overflow(quotient(denominator_, cross2), quotient(other.denominator_, cross1), &denominator)) {
    return undefined();
  }
  return reduced(numerator, denominator);
}

Rational Rational::operator/(const Rational& other) const {
  if (!is_defined() || !other.is_defined() || other.numerator_ == 0) return undefined();
  return *this * (other.numerator_ < 0 ? reduced(-other.denominator_, -other.numerator_)
                                       : reduced(other.denominator_, other.numerator_));
}

bool Rational::operator==(const Rational& other) const {
  return is_defined() && other.is_defined() && numerator_ == other.numerator_ && denominator_ == other.denominator_;
}

std::partial_ordering Rational::operator<=>(const Rational& other) const {
  if (is_defined() && denominator_ == other.denominator_) {
    if (numerator_ == other.numerator_) return std::partial_ordering::equivalent;
    return numerator_ < other.numerator_ ? std::partial_ordering::less : std::partial_ordering::greater;
  }
  const Rational difference = *this - other;
  if (!difference.is_defined()) return std::partial_ordering::unordered;
  if (difference.numerator_ == 0) return std::partial_ordering::equivalent;
  return difference.numerator_ < 0 ? std::partial_ordering::less : std::partial_ordering::greater;
}

std::string Rational::to_string(int places) const {
  const Rational scaled = abs(*this) * power_of_ten(places);
  if (!scaled.is_defined()) return "?";
  Int128 whole = scaled.numerator_ / scaled.denominator_;
  if ((scaled.numerator_ % scaled.denominator_) * 2 >= scaled.denominator_) ++whole;
  std::string out = digits_of(whole);
  if (places > 0) {
    const auto count = static_cast<std::size_t>(places);
    if (out.size() <= count) out.insert(0, count + 1 - out.size(), '0');
    out.insert(out.size() - count, ".");
  }
  if (numerator_ < 0 && whole != 0) out.insert(0, "-");
  return out;
}

std::string Rational::to_string() const {
  if (!is_defined()) return "?";
  for (int places = 0; places <= 12; ++places) {
    if ((*this * power_of_ten(places)).is_integer()) return to_string(places);
  }
  return to_string(4);
}

Rational abs(const Rational& value) { return value.is_negative() ? -value : value; }
const Rational& min(const Rational& a, const Rational& b) { return b < a ? b : a; }
const Rational& max(const Rational& a, const Rational& b) { return a < b ? b : a; }

}  // namespace gouji
