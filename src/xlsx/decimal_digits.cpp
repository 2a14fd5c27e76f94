// SPDX-License-Identifier: Apache-2.0
#include "xlsx/decimal_digits.hpp"

#include <algorithm>
#include <cstddef>

namespace gouji::xlsx {
namespace {

constexpr int kShown = 15;  // digits of a double that Excel keeps
constexpr int kLargest = 400;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

void trim(DecimalDigits& number) {
  const std::size_t first = number.digits.find_first_not_of('0');
  if (first == std::string::npos) {
    number = {};
    return;
  }
  number.digits.erase(0, first);
  number.point -= static_cast<int>(first);
  number.digits.erase(number.digits.find_last_not_of('0') + 1);
}

}  // namespace

void DecimalDigits::keep(int significant) {
  if (significant < 0) {
    *this = {};
    return;
  }
  const auto count = static_cast<std::size_t>(significant);
  if (digits.size() <= count) return;
  const bool up = digits[count] >= '5';
  digits.resize(count);
  if (up) {
    std::size_t at = count;
    while (at > 0 && digits[at - 1] == '9') digits[--at] = '0';
    if (at == 0) {
      digits.insert(0, 1, '1');
      ++point;
    } else {
      ++digits[at - 1];
    }
  }
  trim(*this);
}

void DecimalDigits::round(int places) { keep(point + places); }

std::string DecimalDigits::whole() const {
  if (point <= 0 || digits.empty()) return "0";
  std::string out = digits.substr(0, static_cast<std::size_t>(point));
  out.resize(static_cast<std::size_t>(point), '0');
  return out;
}

std::string DecimalDigits::fraction(int places) const {
  std::string out;
  for (int i = 0; i < places; ++i) {
    const int at = point + i;
    out += at >= 0 && at < static_cast<int>(digits.size()) ? digits[static_cast<std::size_t>(at)] : '0';
  }
  return out;
}

std::optional<DecimalDigits> parse_digits(std::string_view text) {
  DecimalDigits number;
  std::size_t at = 0;
  if (at < text.size() && (text[at] == '-' || text[at] == '+')) number.is_negative = text[at++] == '-';
  bool has_point = false;
  bool has_digit = false;
  for (; at < text.size() && (is_digit(text[at]) || text[at] == '.'); ++at) {
    if (text[at] == '.') {
      if (has_point) return std::nullopt;
      has_point = true;
      continue;
    }
    has_digit = true;
    number.digits += text[at];
    if (!has_point) ++number.point;
  }
  if (!has_digit) return std::nullopt;
  if (at < text.size() && (text[at] == 'E' || text[at] == 'e')) {
    ++at;
    bool is_minus = false;
    if (at < text.size() && (text[at] == '-' || text[at] == '+')) is_minus = text[at++] == '-';
    int exponent = 0;
    if (at == text.size()) return std::nullopt;
    for (; at < text.size() && is_digit(text[at]); ++at)
      exponent = std::min(exponent * 10 + (text[at] - '0'), kLargest);
    number.point += is_minus ? -exponent : exponent;
  }
  if (at != text.size()) return std::nullopt;
  trim(number);
  number.keep(kShown);
  if (number.point >= kLargest || number.point <= -kLargest) return std::nullopt;
  return number;
}

std::string general_text(DecimalDigits number) {
  constexpr int kDigits = 10;
  constexpr int kWhole = 11;
  constexpr int kSmallest = -4;
  if (number.is_zero()) return "0";
  const std::string sign = number.is_negative ? "-" : "";
  if (number.point > kWhole || number.point < kSmallest) {
    number.keep(6);
    const int exponent = number.point - 1;
    std::string power = std::to_string(exponent < 0 ? -exponent : exponent);
    if (power.size() < 2) power.insert(0, 1, '0');
    std::string out = sign + number.digits.substr(0, 1);
    if (number.digits.size() > 1) out += "." + number.digits.substr(1);
    return out + (exponent < 0 ? "E-" : "E+") + power;
  }
  number.keep(number.point <= 0 ? kDigits + number.point - 1 : std::max(kDigits, number.point));
  if (number.is_zero()) return "0";
  std::string out = sign + number.whole();
  const int places = static_cast<int>(number.digits.size()) - number.point;
  if (places > 0) out += "." + number.fraction(places);
  return out;
}

}  // namespace gouji::xlsx
