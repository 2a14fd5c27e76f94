// Formulas of rule files on intervals: + - * / ( ), numbers, 12.5%, names, abs(x), min(a, b), max(a, b),
// signed(direction, x), and at most one comparison == < <= > >=. A name followed by `?` is optional (0 when absent).
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/interval.hpp"
#include "gouji/result.hpp"

namespace gouji::check {

/// A figure in a formula: as printed, and the true values that print like that. Base units; % for percentages.
struct Operand {
  Rational nominal;
  Interval range;
  static Operand exactly(const Rational& value) { return {value, Interval::point(value)}; }
  static Operand undefined() { return {Rational::undefined(), Interval::undefined()}; }
};

struct Environment {
  std::map<std::string, Operand, std::less<>> numbers;
  std::map<std::string, bool, std::less<>> is_down;  // word captures: does it mean a fall?
};

/// How a name is to be printed in the working.
using ShowName = std::function<std::string(std::string_view name)>;

enum class Verdict { holds, rounding, contradicted, undefined };

class Formula {
 public:
  /// Nothing, and `fault`, when the text is no formula.
  static std::optional<Formula> parse(std::string_view text, Bilingual& fault);

  /// Names of figures and, apart, of words (first argument of signed), each once, in order.
  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }
  [[nodiscard]] const std::vector<std::string>& words() const { return words_; }
  [[nodiscard]] bool is_optional(std::string_view name) const;
  [[nodiscard]] bool is_comparison() const { return comparison_ != Comparison::none; }

  /// Value of the whole, or of one side of a comparison.
  [[nodiscard]] Operand left(const Environment& environment) const { return evaluate(left_, environment); }
  [[nodiscard]] Operand right(const Environment& environment) const { return evaluate(right_, environment); }
  /// The name that is all of a side; empty when the side is more than a name.
  [[nodiscard]] std::string left_name() const;
  [[nodiscard]] std::string right_name() const;
  /// The figures in place of the names: 3862.90 ÷ (5720.71 − 3862.90).
  [[nodiscard]] std::string show_left(const Environment& environment, const ShowName& show_name) const;
  [[nodiscard]] std::string show_right(const Environment& environment, const ShowName& show_name) const;

  /// Contradicted only when no true values behind the printed figures satisfy it. Rounding: some do, but the printed
  /// figures themselves do not.
  [[nodiscard]] Verdict judge(const Environment& environment) const;

  /// What `name` would have to be for left == right, the other figures as printed. Undefined when this is no equation,
  /// or the name stands in it more than once or inside abs, min or max.
  [[nodiscard]] Interval solve(std::string_view name, const Environment& environment) const;

  /// A sum of names with signs (the identity kind works on these): + a - b. False when a side is anything else.
  struct Summand {
    std::string name;
    bool negative = false;
  };
  [[nodiscard]] bool left_summands(std::vector<Summand>& out) const;

 private:
  friend class FormulaParser;
  enum class Op : std::uint8_t { number, name, add, subtract, multiply, divide, negate, abs, min, max, signed_by };
  enum class Comparison : std::uint8_t { none, equal, less, less_equal, greater, greater_equal };
  struct Node {
    Op op = Op::number;
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    Rational number;
    std::string text;  // name, or number as written
  };

  [[nodiscard]] Operand evaluate(std::uint32_t node, const Environment& environment) const;
  [[nodiscard]] std::string show(std::uint32_t node, int outer, const Environment& environment,
                                 const ShowName& show_name) const;
  [[nodiscard]] int uses(std::uint32_t node, std::string_view name) const;
  [[nodiscard]] Interval undo(std::uint32_t node, std::string_view name, const Interval& target,
                              const Environment& environment) const;
  [[nodiscard]] bool collect(std::uint32_t node, bool negative, std::vector<Summand>& out) const;

  std::vector<Node> nodes_;
  std::uint32_t left_ = 0;
  std::uint32_t right_ = 0;
  Comparison comparison_ = Comparison::none;
  std::vector<std::string> names_;
  std::vector<std::string> words_;
  std::vector<std::string> optional_;
};

}  // namespace gouji::check
