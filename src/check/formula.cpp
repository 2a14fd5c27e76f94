// SPDX-License-Identifier: Apache-2.0
#include "check/formula.hpp"

#include <algorithm>

namespace gouji::check {
namespace {

Operand combine(const Operand& a, const Operand& b, bool take_less) {
  const auto pick = [&](const Rational& x, const Rational& y) { return take_less ? min(x, y) : max(x, y); };
  return {pick(a.nominal, b.nominal), {pick(a.range.low, b.range.low), pick(a.range.high, b.range.high)}};
}

}  // namespace

bool Formula::is_optional(std::string_view name) const {
  return std::find(optional_.begin(), optional_.end(), name) != optional_.end();
}

std::string Formula::left_name() const { return nodes_[left_].op == Op::name ? nodes_[left_].text : std::string(); }
std::string Formula::right_name() const { return nodes_[right_].op == Op::name ? nodes_[right_].text : std::string(); }

std::string Formula::show_left(const Environment& environment, const ShowName& show_name) const {
  return show(left_, 0, environment, show_name);
}

std::string Formula::show_right(const Environment& environment, const ShowName& show_name) const {
  return show(right_, 0, environment, show_name);
}

bool Formula::left_summands(std::vector<Summand>& out) const { return collect(left_, false, out); }

bool Formula::collect(std::uint32_t node, bool negative, std::vector<Summand>& out) const {
  const Node& here = nodes_[node];
  switch (here.op) {
    case Op::name: out.push_back({here.text, negative}); return true;
    case Op::negate: return collect(here.a, !negative, out);
    case Op::add: return collect(here.a, negative, out) && collect(here.b, negative, out);
    case Op::subtract: return collect(here.a, negative, out) && collect(here.b, !negative, out);
    default: return false;
  }
}

Operand Formula::evaluate(std::uint32_t node, const Environment& environment) const {
  const Node& here = nodes_[node];
  if (here.op == Op::number) return Operand::exactly(here.number);
  if (here.op == Op::name) {
    const auto found = environment.numbers.find(here.text);
    if (found != environment.numbers.end()) return found->second;
    return is_optional(here.text) ? Operand::exactly(0) : Operand::undefined();
  }
  if (here.op == Op::signed_by) {
    const Operand x = evaluate(here.a, environment);
    const auto found = environment.is_down.find(here.text);
    if (found == environment.is_down.end()) return Operand::undefined();
    return found->second ? Operand{-x.nominal, -x.range} : x;
  }
  const Operand a = evaluate(here.a, environment);
  if (here.op == Op::negate) return {-a.nominal, -a.range};
  if (here.op == Op::abs) return {gouji::abs(a.nominal), gouji::abs(a.range)};
  const Operand b = evaluate(here.b, environment);
  switch (here.op) {
    case Op::add: return {a.nominal + b.nominal, a.range + b.range};
    case Op::subtract: return {a.nominal - b.nominal, a.range - b.range};
    case Op::multiply: return {a.nominal * b.nominal, a.range * b.range};
    case Op::divide: return {a.nominal / b.nominal, a.range / b.range};
    case Op::min: return combine(a, b, true);
    case Op::max: return combine(a, b, false);
    default: return Operand::undefined();
  }
}

int Formula::uses(std::uint32_t node, std::string_view name) const {
  const Node& here = nodes_[node];
  switch (here.op) {
    case Op::number: return 0;
    case Op::name: return here.text == name ? 1 : 0;
    case Op::negate:
    case Op::abs:
    case Op::signed_by: return uses(here.a, name);
    default: return uses(here.a, name) + uses(here.b, name);
  }
}

Interval Formula::solve(std::string_view name, const Environment& environment) const {
  if (comparison_ != Comparison::equal) return Interval::undefined();
  const int on_left = uses(left_, name);
  if (on_left + uses(right_, name) != 1) return Interval::undefined();
  return on_left == 1 ? undo(left_, name, right(environment).range, environment)
                      : undo(right_, name, left(environment).range, environment);
}

// The name stands once under the node, so that each step towards it can be turned round.
Interval Formula::undo(std::uint32_t node, std::string_view name, const Interval& target,
                       const Environment& environment) const {
  const Node& here = nodes_[node];
  if (!target.is_defined()) return target;
  switch (here.op) {
    case Op::name: return target;
    case Op::negate: return undo(here.a, name, -target, environment);
    case Op::signed_by: {
      const auto found = environment.is_down.find(here.text);
      if (found == environment.is_down.end()) return Interval::undefined();
      return undo(here.a, name, found->second ? -target : target, environment);
    }
    case Op::add:
    case Op::subtract:
    case Op::multiply:
    case Op::divide: break;
    default: return Interval::undefined();
  }
  const bool in_first = uses(here.a, name) == 1;
  const Interval other = evaluate(in_first ? here.b : here.a, environment).range;
  if (!other.is_defined()) return other;
  Interval wanted = target;
  if (here.op == Op::add) wanted = target - other;
  if (here.op == Op::subtract) wanted = in_first ? target + other : other - target;
  if (here.op == Op::multiply) wanted = target / other;
  if (here.op == Op::divide) wanted = in_first ? target * other : other / target;
  return undo(in_first ? here.a : here.b, name, wanted, environment);
}

std::string Formula::show(std::uint32_t node, int outer, const Environment& environment,
                          const ShowName& show_name) const {
  const Node& here = nodes_[node];
  const auto inner = [&](std::uint32_t child, int strength) { return show(child, strength, environment, show_name); };
  const auto binary = [&](const char* sign, int strength, int right_strength) {
    const std::string text = inner(here.a, strength) + sign + inner(here.b, right_strength);
    return outer > strength ? "(" + text + ")" : text;
  };
  switch (here.op) {
    case Op::number: return here.text;
    case Op::name: return show_name(here.text);
    case Op::add: return binary(" + ", 1, 1);
    case Op::subtract: return binary(" − ", 1, 2);
    case Op::multiply: return binary(" × ", 3, 3);
    case Op::divide: return binary(" ÷ ", 3, 4);
    case Op::negate: return "−" + inner(here.a, 5);
    case Op::abs: return "|" + inner(here.a, 0) + "|";
    case Op::min: return "min(" + inner(here.a, 0) + ", " + inner(here.b, 0) + ")";
    case Op::max: return "max(" + inner(here.a, 0) + ", " + inner(here.b, 0) + ")";
    case Op::signed_by: {
      const auto found = environment.is_down.find(here.text);
      const bool down = found != environment.is_down.end() && found->second;
      return down ? "(−" + inner(here.a, 5) + ")" : inner(here.a, outer);
    }
  }
  return {};
}

Verdict Formula::judge(const Environment& environment) const {
  const Operand l = left(environment);
  const Operand r = right(environment);
  if (!l.range.is_defined() || !r.range.is_defined()) return Verdict::undefined;
  const auto verdict = [](bool nominally, bool possibly) {
    return nominally ? Verdict::holds : possibly ? Verdict::rounding : Verdict::contradicted;
  };
  switch (comparison_) {
    case Comparison::equal: return verdict(l.nominal == r.nominal, l.range.meets(r.range));
    case Comparison::less: return verdict(l.nominal < r.nominal, l.range.low < r.range.high);
    case Comparison::less_equal: return verdict(l.nominal <= r.nominal, l.range.low <= r.range.high);
    case Comparison::greater: return verdict(l.nominal > r.nominal, l.range.high > r.range.low);
    case Comparison::greater_equal: return verdict(l.nominal >= r.nominal, l.range.high >= r.range.low);
    case Comparison::none: break;
  }
  return Verdict::undefined;
}

}  // namespace gouji::check
