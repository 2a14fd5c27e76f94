// Exact arithmetic against a slow obvious version, and its edges.
// SPDX-License-Identifier: Apache-2.0
#include "base/rational.hpp"
#include "base/decimal.hpp"
#include "base/interval.hpp"

#include <random>

#include "support/catch.hpp"

using gouji::Interval;
using gouji::Rational;

TEST_CASE("decimals add without binary rounding") {
  const gouji::Decimal a{1010, 2};
  const gouji::Decimal b{8710, 2};
  CHECK((a.value() + b.value()).to_string(2) == "97.20");
  CHECK(Rational::of(1, 3).to_string() == "0.3333");
  CHECK(Rational::of(-5, 1000).to_string(2) == "-0.01");
  CHECK(Rational::of(4, 1000).to_string(2) == "0.00");
  CHECK(Rational::of(-4, 1000).to_string(2) == "0.00");
}

TEST_CASE("fractions agree with cross multiplication on random numbers") {
  std::mt19937 random(7);
  std::uniform_int_distribution<int> pick(-1000, 1000);
  for (int i = 0; i < 5000; ++i) {
    const int a = pick(random), c = pick(random);
    const int b = pick(random) | 1, d = pick(random) | 1;
    const Rational x = Rational::of(a, b), y = Rational::of(c, d);
    CHECK(x + y == Rational::of(a * d + c * b, b * d));
    CHECK(x * y == Rational::of(a * c, b * d));
    CHECK((x < y) == ((x - y).is_negative()));
    if (c != 0) CHECK(x / y == Rational::of(a * d, b * c));
  }
}

TEST_CASE("fractions past 64 bits are as exact as small ones") {
  const Rational large = Rational::power_of_ten(24) + Rational(7);
  CHECK((large * Rational::of(3, 7)) / Rational::of(3, 7) == large);
  CHECK((large / Rational(-12)) * Rational(-12) == large);
  CHECK(large - Rational::power_of_ten(24) == Rational(7));
  CHECK((Rational(7) - large).to_string(0) == "-1000000000000000000000000");
  CHECK(Rational(-7) * large < Rational::of(-13, 2) * large);
  CHECK((large * Rational::of(1, 6) + large * Rational::of(1, 3)) * Rational(2) == large);
}

TEST_CASE("overflow and division by zero are undefined and contagious, never wrong") {
  const Rational huge = Rational::power_of_ten(36);
  CHECK_FALSE((huge * huge).is_defined());
  CHECK_FALSE((Rational(1) / Rational(0)).is_defined());
  CHECK_FALSE((huge * huge + Rational(1)).is_defined());
  CHECK_FALSE(huge * huge == huge * huge);
  CHECK((huge * huge).to_string() == "?");
}

TEST_CASE("intervals meet as printed figures do") {
  const Interval a = Interval::around(Rational::of(90528, 100), Rational::of(5, 1000));
  const Interval sum = Interval::around(Rational::of(76134, 100), Rational::of(5, 1000)) +
                       Interval::around(Rational::of(14393, 100), Rational::of(5, 1000));
  CHECK(a.meets(sum));
  CHECK_FALSE(a.meets(Interval::point(Rational(906))));
  CHECK_FALSE((a / Interval::around(0, 1)).is_defined());
}
