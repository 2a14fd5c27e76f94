// Exact fractions of 128-bit integers. Overflow and division by zero give the undefined value, which is contagious:
// a relation on it is «not comparable», never wrong.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gouji {

// __extension__ keeps -Wpedantic quiet about the one type that makes money exact.
__extension__ using Int128 = __int128;

class Rational {
 public:
  constexpr Rational() = default;
  constexpr Rational(std::int64_t value) : numerator_(value) {}  // NOLINT(google-explicit-constructor)
  /// numerator / denominator, reduced; undefined when denominator is 0.
  static Rational of(Int128 numerator, Int128 denominator);
  static Rational undefined();
  /// 10^exponent, exponent within ±36; undefined outside.
  static Rational power_of_ten(int exponent);

  /// Digits with at most one point between them, up to 20 characters: "0.5", "10000"; nothing for anything else.
  static std::optional<Rational> parse(std::string_view text);

  [[nodiscard]] bool is_defined() const { return denominator_ != 0; }
  [[nodiscard]] bool is_zero() const { return denominator_ != 0 && numerator_ == 0; }
  [[nodiscard]] bool is_negative() const { return numerator_ < 0; }
  [[nodiscard]] bool is_integer() const { return denominator_ == 1; }
  [[nodiscard]] Int128 numerator() const { return numerator_; }
  [[nodiscard]] Int128 denominator() const { return denominator_; }

  Rational operator-() const;
  Rational operator+(const Rational& other) const;
  Rational operator-(const Rational& other) const;
  Rational operator*(const Rational& other) const;
  Rational operator/(const Rational& other) const;
  Rational& operator+=(const Rational& other) { return *this = *this + other; }
  Rational& operator-=(const Rational& other) { return *this = *this - other; }

  /// Equal only when both are defined.
  bool operator==(const Rational& other) const;
  std::partial_ordering operator<=>(const Rational& other) const;

  /// Half-up (away from zero) to `places` decimals, all places printed: 97.20. "?" when undefined.
  [[nodiscard]] std::string to_string(int places) const;
  /// Shortest exact decimal if there is one within 12 places, else rounded to 4: "12", "207.93".
  [[nodiscard]] std::string to_string() const;

 private:
  static Rational reduced(Int128 numerator, Int128 denominator);  // in lowest terms already, denominator > 0

  Int128 numerator_ = 0;
  Int128 denominator_ = 1;
};

[[nodiscard]] Rational abs(const Rational& value);
[[nodiscard]] const Rational& min(const Rational& a, const Rational& b);
[[nodiscard]] const Rational& max(const Rational& a, const Rational& b);

}  // namespace gouji
