// What counts as one slip of the pen.
// SPDX-License-Identifier: Apache-2.0
#include "check/slip.hpp"

#include "support/catch.hpp"

using namespace gouji;

namespace {

facts::Fact printed(std::int64_t coefficient, int places) {
  facts::Fact fact;
  fact.kind = facts::FactKind::number;
  fact.printed.coefficient = coefficient;
  fact.printed.places = places;
  fact.value = fact.printed.value();
  fact.step = fact.printed.step();
  return fact;
}

bool is_slip_from(std::int64_t wanted, std::int64_t coefficient) {
  return check::is_slip(Interval::point(Rational(wanted) / 100), printed(coefficient, 2));
}

// 万元 with two decimals, given in 元.
facts::Fact money(long yuan) {
  static const lexicon::Unit unit{"万元", lexicon::UnitKind::money, 10000, "元"};
  facts::Fact fact = printed(yuan / 100, 2);
  fact.kind = facts::FactKind::money;
  fact.unit = &unit;
  fact.value = yuan;
  fact.step = 100;
  return fact;
}

bool is(long want, long have, check::SlipKind kind) { return check::slip_between(want, money(have)) == kind; }

}  // namespace

TEST_CASE("one slip of the pen is told from two") {
  CHECK(is(12345600, 12845600, check::SlipKind::digit));
  CHECK(is(12345600, 13245600, check::SlipKind::swapped));
  CHECK(is(12345600, 1245600, check::SlipKind::length));
  CHECK(is(1245600, 12345600, check::SlipKind::length));
  CHECK(is(123456000000, 12345600, check::SlipKind::unit));
  CHECK_FALSE(check::slip_between(12345600, money(12845700)));
  CHECK_FALSE(check::slip_between(12345600, money(12345600)));
  CHECK_FALSE(check::slip_between(-12345600, money(12345600)));
}

TEST_CASE("slips in the digits of a count") {
  CHECK(check::slip_of_digits("35", "85") == check::SlipKind::digit);
  CHECK(check::slip_of_digits("16", "61") == check::SlipKind::swapped);
  CHECK(check::slip_of_digits("178", "18") == check::SlipKind::length);
  CHECK_FALSE(check::slip_of_digits("126", "60"));
  CHECK_FALSE(check::slip_of_digits("60", "60"));
}

TEST_CASE("digits are counted in the figure's own steps") {
  CHECK(check::digits_in_steps(Rational(132), Rational::of(1, 100)) == "13200");
  CHECK(check::digits_in_steps(Rational(-132), Rational(1)).empty());
  CHECK(check::digits_in_steps(Rational(132), Rational(0)).empty());
}

TEST_CASE("one digit of four, neighbours exchanged, a digit lost") {
  CHECK(is_slip_from(290650, 690650));
  CHECK(is_slip_from(35593, 53593));
  CHECK(is_slip_from(13750, 1750));
  CHECK(is_slip_from(1234, 123400));
}

TEST_CASE("few digits, or two faults, are no slip") {
  CHECK_FALSE(is_slip_from(12, 72));
  CHECK_FALSE(is_slip_from(290650, 790660));
  CHECK_FALSE(is_slip_from(35593, 39553));
}

TEST_CASE("a wide choice of values tells nothing") {
  const Interval wide{Rational(100), Rational(200)};
  CHECK_FALSE(check::is_slip(wide, printed(17500, 2)));
}
