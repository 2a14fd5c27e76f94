// SPDX-License-Identifier: Apache-2.0
#include "check/closure_slip.hpp"

#include "support/catch.hpp"

using gouji::Rational;
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

}  // namespace

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
