// SPDX-License-Identifier: Apache-2.0
#include "check/diagnose.hpp"

#include "check/working.hpp"
#include "support/catch.hpp"

using gouji::Rational;
using gouji::check::diagnose_sum;
using gouji::check::diagnose_value;
using gouji::facts::Fact;
using gouji::facts::FactKind;

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

std::string cause(long expected, long stated) { return diagnose_value(expected, stated, money(stated)).zh; }

}  // namespace

TEST_CASE("a cause is named only when it explains the gap exactly") {
  CHECK(cause(1320000, 1230000) == "疑为数字颠倒：应为 132.00");
  CHECK(cause(137724800, 13724800) == "疑为漏位：应为 13772.48");
  CHECK(cause(1000000, 100000000).find("100 倍") != std::string::npos);
  CHECK(cause(5120000, 512).empty());
  CHECK(cause(5120000, 51200).find("100 倍") != std::string::npos);
  CHECK(cause(1320000, 1320000).empty());
  CHECK(cause(1320000, 1250000).empty());
}

TEST_CASE("causes of sums") {
  CHECK(diagnose_sum({30, 20, 7}, 50).zh.find("漏加") != std::string::npos);
  CHECK(diagnose_sum({30, 20, 7}, 64).zh.find("重加") != std::string::npos);
  CHECK(diagnose_sum({30, 20, 7}, 43).zh.find("增减方向") != std::string::npos);
  CHECK(diagnose_sum({30, 20, 7}, 57).empty());
  CHECK(diagnose_sum({30, 20, 7}, 60).empty());
}

TEST_CASE("sums are shown in the unit of the figure they are compared with") {
  using gouji::check::sum_working;
  const auto working = sum_working({{1203500, false}, {23104000, false}, {22987500, true}}, 1230000, money(1230000));
  CHECK(working.zh == "120.35 + 2310.40 − 2298.75 = 132.00 ≠ 123.00，相差 9.00");
  CHECK(working.en == "120.35 + 2310.40 − 2298.75 = 132.00 ≠ 123.00, difference 9.00");
  CHECK(sum_working({{2398000, false}, {-253000, false}}, 2145000, money(2145000)).zh == "239.80 − 25.30 = 214.50");
}
