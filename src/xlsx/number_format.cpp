// SPDX-License-Identifier: Apache-2.0
#include "xlsx/number_format.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "xlsx/date_text.hpp"
#include "xlsx/decimal_digits.hpp"
#include "xlsx/format_section.hpp"

namespace gouji::xlsx {
namespace {

constexpr std::array<std::pair<int, std::string_view>, 46> kBuiltin{{{1, "0"},
                                                                     {2, "0.00"},
                                                                     {3, "#,##0"},
                                                                     {4, "#,##0.00"},
                                                                     {5, "\"¥\"#,##0;\"¥\"-#,##0"},
                                                                     {6, "\"¥\"#,##0;\"¥\"-#,##0"},
                                                                     {7, "\"¥\"#,##0.00;\"¥\"-#,##0.00"},
                                                                     {8, "\"¥\"#,##0.00;\"¥\"-#,##0.00"},
                                                                     {9, "0%"},
                                                                     {10, "0.00%"},
                                                                     {11, "0.00E+00"},
                                                                     {14, "yyyy/m/d"},
                                                                     {15, "d\"-\"m\"月-\"yy"},
                                                                     {16, "d\"-\"m\"月\""},
                                                                     {17, "m\"月-\"yy"},
                                                                     {18, "h:mm AM/PM"},
                                                                     {19, "h:mm:ss AM/PM"},
                                                                     {20, "h:mm"},
                                                                     {21, "h:mm:ss"},
                                                                     {22, "yyyy/m/d h:mm"},
                                                                     {27, "yyyy\"年\"m\"月\""},
                                                                     {28, "m\"月\"d\"日\""},
                                                                     {29, "m\"月\"d\"日\""},
                                                                     {30, "m\"-\"d\"-\"yy"},
                                                                     {31, "yyyy\"年\"m\"月\"d\"日\""},
                                                                     {32, "h\"时\"mm\"分\""},
                                                                     {33, "h\"时\"mm\"分\"ss\"秒\""},
                                                                     {34, "上午/下午h\"时\"mm\"分\""},
                                                                     {35, "上午/下午h\"时\"mm\"分\"ss\"秒\""},
                                                                     {36, "yyyy\"年\"m\"月\""},
                                                                     {37, "#,##0;-#,##0"},
                                                                     {38, "#,##0;-#,##0"},
                                                                     {39, "#,##0.00;-#,##0.00"},
                                                                     {40, "#,##0.00;-#,##0.00"},
                                                                     {41, "#,##0;-#,##0;\"-\""},
                                                                     {42, "\"¥\"#,##0;-\"¥\"#,##0;\"-\""},
                                                                     {43, "#,##0.00;-#,##0.00;\"-\"??"},
                                                                     {44, "\"¥\"#,##0.00;-\"¥\"#,##0.00;\"-\"??"},
                                                                     {45, "mm:ss"},
                                                                     {46, "[h]:mm:ss"},
                                                                     {47, "mm:ss"},
                                                                     {50, "yyyy\"年\"m\"月\""},
                                                                     {51, "m\"月\"d\"日\""},
                                                                     {57, "yyyy\"年\"m\"月\""},
                                                                     {58, "m\"月\"d\"日\""},
                                                                     {49, "@"}}};

bool meets(const DecimalDigits& value, const FormatSection& section) {
  const std::optional<DecimalDigits> bound = parse_digits(section.bound);
  if (!bound) return false;
  const auto sign = [](const DecimalDigits& number) { return number.is_zero() ? 0 : number.is_negative ? -1 : 1; };
  int order = sign(value) - sign(*bound);
  if (order == 0 && !value.is_zero()) {
    order = value.point != bound->point ? value.point - bound->point : value.digits.compare(bound->digits);
    if (value.is_negative) order = -order;
  }
  const std::string& op = section.condition;
  if (op == ">=") return order >= 0;
  if (op == ">") return order > 0;
  if (op == "<=") return order <= 0;
  if (op == "<") return order < 0;
  if (op == "<>") return order != 0;
  return order == 0;
}

/// The section for the value, and whether it shows the sign itself.
const FormatSection& section_for(const std::vector<FormatSection>& sections, const DecimalDigits& value,
                                 bool& shows_sign) {
  shows_sign = true;
  for (const FormatSection& section : sections) {
    if (!section.condition.empty() && meets(value, section)) return section;
  }
  const bool has_conditions =
      std::any_of(sections.begin(), sections.end(), [](const FormatSection& each) { return !each.condition.empty(); });
  if (has_conditions) {
    const auto plain = std::find_if(sections.begin(), sections.end(),
                                    [](const FormatSection& each) { return each.condition.empty(); });
    return plain == sections.end() ? sections.front() : *plain;
  }
  if (value.is_zero() && sections.size() > 2) return sections[2];
  if (!value.is_negative || sections.size() < 2) return sections.front();
  shows_sign = false;
  return sections[1];
}

class NumberWriter {
 public:
  NumberWriter(DecimalDigits value, const FormatSection& section) : value_(std::move(value)), tokens_(section.tokens) {
    study();
  }

  std::string write() {
    value_.point += 2 * percents_ - 3 * scales_;
    if (value_.is_zero()) value_.point = 0;
    int exponent = 0;
    if (has_exponent_ && !value_.is_zero()) {
      exponent = value_.point - std::max(wholes_, 1);
      value_.point = std::max(wholes_, 1);
    }
    value_.round(places_);
    std::string whole = value_.whole();
    if (whole == "0" && least_ == 0) whole.clear();
    if (whole.size() < static_cast<std::size_t>(least_))
      whole.insert(0, static_cast<std::size_t>(least_) - whole.size(), '0');
    fraction_ = value_.fraction(places_);
    return put(whole, exponent);
  }

 private:
  void study() {
    bool behind_point = false;
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      const FormatToken& token = tokens_[i];
      if (token.kind == TokenKind::percent) ++percents_;
      if (token.kind == TokenKind::exponent) has_exponent_ = behind_point = true;
      if (token.kind == TokenKind::point) behind_point = true;
      if (token.kind == TokenKind::digit && !behind_point) {
        ++wholes_;
        if (token.text == "0" || least_ > 0) ++least_;
      }
      if (token.kind == TokenKind::digit && behind_point && !has_exponent_) {
        ++places_;
        if (token.text == "0") sure_places_ = places_;
      }
      if (token.kind == TokenKind::comma) {
        const bool more = std::any_of(tokens_.begin() + static_cast<std::ptrdiff_t>(i), tokens_.end(),
                                      [](const FormatToken& next) { return next.kind == TokenKind::digit; });
        const bool is_scale = !more || behind_point || next_is_point(i);
        is_scale ? ++scales_ : (groups_ = true, 0);
      }
    }
  }

  /// «0,.0»: commas right before the point scale.
  [[nodiscard]] bool next_is_point(std::size_t at) const {
    while (++at < tokens_.size() && tokens_[at].kind == TokenKind::comma) {
    }
    return at < tokens_.size() && tokens_[at].kind == TokenKind::point;
  }

  std::string put(const std::string& whole, int exponent) const {
    std::string out;
    int placed = 0;        // placeholders before the point so far
    std::size_t next = 0;  // digit of whole
    int decimals = 0;
    bool behind_point = false;
    bool in_exponent = false;
    for (const FormatToken& token : tokens_) {
      switch (token.kind) {
        case TokenKind::literal: out += token.text; break;
        case TokenKind::digit:
          if (in_exponent) break;
          if (!behind_point) {
            ++placed;
            const int left = wholes_ - placed;
            while (next < whole.size() && static_cast<int>(whole.size() - next) > left) {
              out += whole[next++];
              if (groups_ && (whole.size() - next) % 3 == 0 && next < whole.size()) out += ',';
            }
            if (placed == wholes_ && wholes_ > 0 && next == 0 && whole.empty() && least_ > 0) out += '0';
          } else if (decimals < shown_places()) {
            out += fraction_[static_cast<std::size_t>(decimals++)];
          }
          break;
        case TokenKind::point:
          if (wholes_ == 0) out += whole;
          behind_point = true;
          out += '.';
          break;
        case TokenKind::exponent: {
          in_exponent = true;
          std::string power = std::to_string(exponent < 0 ? -exponent : exponent);
          if (power.size() < 2) power.insert(0, 1, '0');
          out += exponent < 0 ? "E-" : token.text[1] == '+' ? "E+" : "E";
          out += power;
          break;
        }
        case TokenKind::general: out += general_text(value_); break;
        default: break;
      }
    }
    return out;
  }

  /// Decimals up to the last that is not an optional 0.
  [[nodiscard]] int shown_places() const {
    int shown = places_;
    while (shown > sure_places_ && fraction_[static_cast<std::size_t>(shown - 1)] == '0') --shown;
    return shown;
  }

  DecimalDigits value_;
  const std::vector<FormatToken>& tokens_;
  std::string fraction_;
  int percents_ = 0;
  int scales_ = 0;
  int wholes_ = 0;
  int least_ = 0;
  int places_ = 0;
  int sure_places_ = 0;
  bool groups_ = false;
  bool has_exponent_ = false;
};

}  // namespace

std::string_view builtin_format(int id) {
  const auto* found =
      std::find_if(kBuiltin.begin(), kBuiltin.end(), [&](const auto& known) { return known.first == id; });
  return found == kBuiltin.end() ? std::string_view{} : found->second;
}

std::string number_text(std::string_view stored, std::string_view format, bool counts_from_1904) {
  const std::optional<DecimalDigits> value = parse_digits(stored);
  if (!value) return std::string(stored);
  if (format.empty()) return general_text(*value);
  const std::vector<FormatSection> sections = read_format(format);
  bool shows_sign = true;
  const FormatSection& section = section_for(sections, *value, shows_sign);
  if (section.is_date) return date_text(*value, section, counts_from_1904).value_or(general_text(*value));
  if (std::any_of(section.tokens.begin(), section.tokens.end(),
                  [](const FormatToken& token) { return token.kind == TokenKind::text; }))
    return general_text(*value);
  DecimalDigits size = *value;
  size.is_negative = false;
  std::string out = NumberWriter(size, section).write();
  const bool is_nothing = std::none_of(out.begin(), out.end(), [](char c) { return c >= '1' && c <= '9'; });
  if (value->is_negative && shows_sign && !is_nothing) out.insert(0, 1, '-');
  return out;
}

}  // namespace gouji::xlsx
