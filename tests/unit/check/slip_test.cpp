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

}  // namespace

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
