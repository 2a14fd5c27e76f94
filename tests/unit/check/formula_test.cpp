// SPDX-License-Identifier: Apache-2.0
#include "check/formula.hpp"

#include "support/catch.hpp"

using gouji::Bilingual;
using gouji::Interval;
using gouji::Rational;
using gouji::check::Environment;
using gouji::check::Formula;
using gouji::check::Operand;
using gouji::check::Verdict;

namespace {

Operand printed(int cents) {
  const Rational value = Rational::of(cents, 100);
  return {value, Interval::around(value, Rational::of(1, 200))};
}

Verdict judge(const char* text, const Environment& environment) {
  Bilingual fault;
  const auto formula = Formula::parse(text, fault);
  REQUIRE(formula);
  return formula->judge(environment);
}

std::string fault_of(const char* text) {
  Bilingual fault;
  return Formula::parse(text, fault) ? std::string() : fault.en;
}

}  // namespace

TEST_CASE("a relation is contradicted only when the intervals do not meet") {
  Environment environment;
  environment.numbers = {{"now", printed(572071)}, {"delta", printed(386290)}, {"rate", printed(20793)}};
  const char* formula = "rate == delta / (now - signed(dir, delta)) * 100";
  environment.is_down["dir"] = false;
  CHECK(judge(formula, environment) == Verdict::rounding);
  environment.numbers["rate"] = printed(20900);
  CHECK(judge(formula, environment) == Verdict::contradicted);
  environment.is_down.clear();
  CHECK(judge(formula, environment) == Verdict::undefined);
  CHECK(judge("now + gone? == now", environment) == Verdict::holds);
  CHECK(judge("now + gone == now", environment) == Verdict::undefined);
  CHECK(judge("delta <= now", environment) == Verdict::holds);
  CHECK(judge("now / (now - now) == 1", environment) == Verdict::undefined);
}

TEST_CASE("the working shows figures in place of names, with no needless brackets") {
  Bilingual fault;
  const auto formula = Formula::parse("a - (b - c) * 2 == abs(d)", fault);
  REQUIRE(formula);
  const auto show = [](std::string_view name) { return "<" + std::string(name) + ">"; };
  CHECK(formula->show_left({}, show) == "<a> − (<b> − <c>) × 2");
  CHECK(formula->show_right({}, show) == "|<d>|");
  CHECK(formula->names() == std::vector<std::string>{"a", "b", "c", "d"});
}

TEST_CASE("faults of formulas") {
  CHECK(fault_of("a +") == "the formula is incomplete");
  CHECK(fault_of("(a + b") == "missing )");
  CHECK(fault_of("sqrt(a)").find("unknown function sqrt") == 0);
  CHECK(fault_of("a = b").find("unexpected text") == 0);
  CHECK(fault_of("a == b == c").find("unexpected text") == 0);
  CHECK_FALSE(fault_of(std::string(200, '(').c_str()).empty());
}

TEST_CASE("an equation is solved for each figure that stands in it once") {
  Environment environment;
  environment.numbers = {
      {"rate", Operand::exactly(95)}, {"done", Operand::exactly(90)}, {"plan", Operand::exactly(100)}};
  environment.is_down["dir"] = true;
  const auto solve = [&](const char* text, const char* name) {
    Bilingual fault;
    const auto formula = Formula::parse(text, fault);
    REQUIRE(formula);
    const Interval value = formula->solve(name, environment);
    return value.is_defined() ? value.low.to_string(2) : std::string("none");
  };
  const char* ratio = "rate == done / plan * 100";
  CHECK(solve(ratio, "rate") == "90.00");
  CHECK(solve(ratio, "done") == "95.00");
  CHECK(solve(ratio, "plan") == "94.74");
  CHECK(solve("rate == plan - done", "done") == "5.00");
  CHECK(solve("rate == plan + signed(dir, done)", "done") == "5.00");
  CHECK(solve("rate == (done - plan) / plan", "plan") == "none");
  CHECK(solve("rate <= plan", "plan") == "none");
}
