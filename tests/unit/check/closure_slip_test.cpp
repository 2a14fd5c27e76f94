// SPDX-License-Identifier: Apache-2.0
#include "check/closure_slip.hpp"

#include "support/catch.hpp"

using gouji::Rational;
using gouji::check::slip_between;
using gouji::check::SlipKind;
using gouji::check::slips_of;
using gouji::facts::Fact;
using gouji::facts::FactKind;
using gouji::facts::FactTable;

namespace {

// 万元 with two decimals, given in 元.
Fact money(long yuan) {
  static const gouji::lexicon::Unit unit{"万元", gouji::lexicon::UnitKind::money, 10000, "元"};
  Fact fact;
  fact.kind = FactKind::money;
  fact.unit = &unit;
  fact.printed = {yuan / 100, 2};
  fact.value = yuan;
  fact.step = 100;
  return fact;
}

bool is(long want, long printed, SlipKind kind) { return slip_between(want, money(printed)) == kind; }

}  // namespace

TEST_CASE("one slip of the pen is told from two") {
  CHECK(is(12345600, 12845600, SlipKind::digit));
  CHECK(is(12345600, 13245600, SlipKind::swapped));
  CHECK(is(12345600, 1245600, SlipKind::length));
  CHECK(is(1245600, 12345600, SlipKind::length));
  CHECK(is(123456000000, 12345600, SlipKind::unit));
  CHECK_FALSE(slip_between(12345600, money(12845700)));
  CHECK_FALSE(slip_between(12345600, money(12345600)));
  CHECK_FALSE(slip_between(-12345600, money(12345600)));
}

TEST_CASE("a gap of precise figures is less likely an accident than one of round figures") {
  FactTable precise;
  precise.facts = {money(9184600), money(4837200), money(2691800), money(1755600)};  // 1755600 for 1655600
  const auto found = slips_of(precise, 0, {1, 2, 3});
  REQUIRE_FALSE(found.empty());
  FactTable round;
  round.facts = {money(9000000), money(5000000), money(3000000), money(2000000)};
  const auto rough = slips_of(round, 0, {1, 2, 3});
  REQUIRE_FALSE(rough.empty());
  CHECK(found.front().chance * Rational(100) < rough.front().chance);
}
