// Recursive descent over the text of a formula.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "check/formula.hpp"

namespace gouji::check {
namespace {

constexpr int kMaxDepth = 32;
constexpr std::size_t kMaxLength = 500;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_name_start(char c) { return (c >= 'a' && c <= 'z') || c == '_'; }

void add_once(std::vector<std::string>& list, const std::string& word) {
  if (std::find(list.begin(), list.end(), word) == list.end()) list.push_back(word);
}

}  // namespace

class FormulaParser {
 public:
  FormulaParser(std::string_view text, Bilingual& fault) : text_(text), fault_(fault) {}

  std::optional<Formula> parse() {
    if (text_.size() > kMaxLength) return fail("公式太长", "formula too long"), std::nullopt;
    out_.left_ = sum();
    using C = Formula::Comparison;
    if (take("=="))
      out_.comparison_ = C::equal;
    else if (take("<="))
      out_.comparison_ = C::less_equal;
    else if (take(">="))
      out_.comparison_ = C::greater_equal;
    else if (take("<"))
      out_.comparison_ = C::less;
    else if (take(">"))
      out_.comparison_ = C::greater;
    if (out_.comparison_ != C::none) out_.right_ = sum();
    blanks();
    if (at_ < text_.size()) fail("公式里有多余的文字：" + rest(), "unexpected text in the formula: " + rest());
    if (!fault_.empty()) return std::nullopt;
    return std::move(out_);
  }

 private:
  using Op = Formula::Op;

  std::uint32_t fail(std::string zh, std::string en) {
    if (fault_.empty()) fault_ = {std::move(zh), std::move(en)};
    at_ = text_.size();
    return make(Op::number);
  }

  std::uint32_t make(Op op, std::uint32_t a = 0, std::uint32_t b = 0) {
    out_.nodes_.push_back({op, a, b, {}, {}});
    return static_cast<std::uint32_t>(out_.nodes_.size() - 1);
  }

  void blanks() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n')) ++at_;
  }

  bool take(std::string_view sign) {
    blanks();
    if (text_.substr(at_, sign.size()) != sign) return false;
    at_ += sign.size();
    return true;
  }

  [[nodiscard]] std::string rest() const { return std::string(text_.substr(at_, 40)); }

  std::uint32_t sum() {
    std::uint32_t left = product();
    for (;;) {
      if (take("+")) {
        const std::uint32_t right = product();
        left = make(Op::add, left, right);
      } else if (take("-")) {
        const std::uint32_t right = product();
        left = make(Op::subtract, left, right);
      } else {
        return left;
      }
    }
  }

  std::uint32_t product() {
    std::uint32_t left = factor();
    for (;;) {
      if (take("*")) {
        const std::uint32_t right = factor();
        left = make(Op::multiply, left, right);
      } else if (take("/")) {
        const std::uint32_t right = factor();
        left = make(Op::divide, left, right);
      } else {
        return left;
      }
    }
  }

  std::uint32_t factor() {
    if (++depth_ > kMaxDepth) return fail("公式嵌套过深", "formula nested too deep");
    const std::uint32_t node = factor_inside();
    --depth_;
    return node;
  }

  std::uint32_t factor_inside() {
    if (take("-")) return make(Op::negate, factor());
    if (take("(")) {
      const std::uint32_t inside = sum();
      return take(")") ? inside : fail("缺少右括号", "missing )");
    }
    blanks();
    if (at_ >= text_.size()) return fail("公式不完整", "the formula is incomplete");
    if (is_digit(text_[at_])) return number();
    if (is_name_start(text_[at_])) return name();
    return fail("看不懂：" + rest(), "cannot read: " + rest());
  }

  std::uint32_t number() {
    const std::size_t begin = at_;
    Rational value = 0;
    int places = 0;
    bool after_point = false;
    for (; at_ < text_.size() && at_ - begin < 20; ++at_) {
      const char c = text_[at_];
      if (c == '.' && !after_point) {
        after_point = true;
      } else if (is_digit(c)) {
        value = value * 10 + Rational(c - '0');
        if (after_point) ++places;
      } else {
        break;
      }
    }
    value = value * Rational::power_of_ten(-places);
    // Percentages are counted in %, so 12.5% is the number 12.5 here.
    if (at_ < text_.size() && text_[at_] == '%') ++at_;
    const std::uint32_t node = make(Op::number);
    out_.nodes_[node].number = value;
    out_.nodes_[node].text = std::string(text_.substr(begin, at_ - begin));
    return node;
  }

  std::string word() {
    blanks();
    const std::size_t begin = at_;
    while (at_ < text_.size() && (is_name_start(text_[at_]) || (at_ > begin && is_digit(text_[at_])))) ++at_;
    return std::string(text_.substr(begin, at_ - begin));
  }

  std::uint32_t name() {
    const std::string text = word();
    if (take("(")) return call(text);
    add_once(out_.names_, text);
    if (take("?")) add_once(out_.optional_, text);
    const std::uint32_t node = make(Op::name);
    out_.nodes_[node].text = text;
    return node;
  }

  std::uint32_t call(const std::string& function) {
    std::uint32_t node = 0;
    if (function == "abs") {
      node = make(Op::abs, sum());
    } else if (function == "min" || function == "max") {
      const std::uint32_t a = sum();
      if (!take(",")) return fail(function + " 要两个值", function + " takes two values");
      const std::uint32_t b = sum();
      node = make(function == "min" ? Op::min : Op::max, a, b);
    } else if (function == "signed") {
      const std::string direction = word();
      if (direction.empty() || !take(",")) {
        return fail("signed 要一个方向词和一个值", "signed takes a word capture and a value");
      }
      add_once(out_.words_, direction);
      const std::uint32_t a = sum();
      node = make(Op::signed_by, a);
      out_.nodes_[node].text = direction;
    } else {
      return fail("没有 " + function + " 这个函数，可用 abs、min、max、signed",
                  "unknown function " + function + "; there are abs, min, max, signed");
    }
    return take(")") ? node : fail("缺少右括号", "missing )");
  }

  std::string_view text_;
  Bilingual& fault_;
  std::size_t at_ = 0;
  int depth_ = 0;
  Formula out_;
};

std::optional<Formula> Formula::parse(std::string_view text, Bilingual& fault) {
  fault = {};
  return FormulaParser(text, fault).parse();
}

}  // namespace gouji::check
