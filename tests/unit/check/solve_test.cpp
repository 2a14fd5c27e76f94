// What one figure would have to be.
// SPDX-License-Identifier: Apache-2.0
#include "check/solve.hpp"

#include "support/catch.hpp"

using namespace gouji;
using check::Environment;
using check::Formula;
using check::Operand;

namespace {

Formula formula(const char* text) {
  Bilingual fault;
  return *Formula::parse(text, fault);
}

}  // namespace

TEST_CASE("sums: the judged figure is the other side, a part takes the gap") {
  Environment environment;
  environment.numbers["total"] = Operand{Rational(10), Interval::around(Rational(10), Rational::of(1, 2))};
  environment.numbers["a"] = Operand::exactly(Rational(4));
  environment.numbers["b"] = Operand::exactly(Rational(5));
  const Formula sum = formula("total == a + b");
  CHECK(check::solve_for(sum, environment, "total", "total").contains(Rational(9)));
  const Interval a = check::solve_for(sum, environment, "a", "total");
  CHECK(a.low == Rational::of(9, 2));
  CHECK(a.high == Rational::of(11, 2));
}

TEST_CASE("rates: dividend and divisor") {
  Environment environment;
  environment.numbers["rate"] = Operand::exactly(Rational(50));
  environment.numbers["done"] = Operand::exactly(Rational(8));
  environment.numbers["plan"] = Operand::exactly(Rational(10));
  const Formula rate = formula("rate == done / plan * 100");
  CHECK(check::solve_for(rate, environment, "done", "rate").contains(Rational(5)));
  CHECK(check::solve_for(rate, environment, "plan", "rate").contains(Rational(16)));
}
