// SPDX-License-Identifier: Apache-2.0
#include "check/solve.hpp"

#include <string>

namespace gouji::check {
namespace {

Rational gap_at(const Formula& formula, Environment& environment, const std::string& name, const Rational& value) {
  environment.numbers[name] = Operand::exactly(value);
  return formula.left(environment).nominal - formula.right(environment).nominal;
}

/// The root in x of left − right, which is a + b·x or a + b ÷ x.
Rational root(const Formula& formula, Environment environment, const std::string& name) {
  const auto found = environment.numbers.find(name);
  if (found == environment.numbers.end()) return Rational::undefined();
  const Rational start = found->second.nominal;
  const Rational here = gap_at(formula, environment, name, start);
  const Rational slope = gap_at(formula, environment, name, start + 1) - here;
  Rational value = start - here / slope;
  if (value.is_defined() && gap_at(formula, environment, name, value).is_zero()) return value;
  // a + b ÷ x, from two places
  const Rational twice = gap_at(formula, environment, name, start * 2);
  const Rational b = (here - twice) * start * 2;
  const Rational a = here - b / start;
  value = -b / a;
  if (value.is_defined() && gap_at(formula, environment, name, value).is_zero()) return value;
  return Rational::undefined();
}

}  // namespace

Interval solve_for(const Formula& formula, const Environment& environment, std::string_view name,
                   std::string_view judged) {
  const std::string wanted(name);
  if (wanted == judged) {
    const Operand other = formula.left_name() == wanted ? formula.right(environment) : formula.left(environment);
    return other.range;
  }
  const auto stated = environment.numbers.find(judged);
  if (stated == environment.numbers.end()) return Interval::undefined();
  Environment low = environment;
  Environment high = environment;
  low.numbers[std::string(judged)] = Operand::exactly(stated->second.range.low);
  high.numbers[std::string(judged)] = Operand::exactly(stated->second.range.high);
  const Rational a = root(formula, std::move(low), wanted);
  const Rational b = root(formula, std::move(high), wanted);
  if (!a.is_defined() || !b.is_defined()) return Interval::undefined();
  return {min(a, b), max(a, b)};
}

}  // namespace gouji::check
