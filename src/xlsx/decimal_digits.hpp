// A cell's number as a row of decimal digits: workbooks store binary doubles printed with 17 digits, Excel shows 15 of
// them. All work on it is exact; no double is ever made. Pure functions, any thread.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace gouji::xlsx {

/// 0.digits × 10^point, without leading or trailing zeros; zero has no digits.
struct DecimalDigits {
  bool is_negative = false;
  std::string digits;
  int point = 0;

  [[nodiscard]] bool is_zero() const { return digits.empty(); }
  /// To so many places behind the point, halves away from zero.
  void round(int places);
  /// To so many digits in all.
  void keep(int significant);
  /// Digits before the point, "0" for none.
  [[nodiscard]] std::string whole() const;
  /// Exactly `places` digits behind the point.
  [[nodiscard]] std::string fraction(int places) const;
};

/// "0.30000000000000004" is 0.3, "1.2E-3" is 0.0012; nothing when it is no number or too large to be one of a report.
[[nodiscard]] std::optional<DecimalDigits> parse_digits(std::string_view text);

/// As a cell of format General shows it: up to 10 digits behind leading zeros, 11 of a whole number, else 1.23E+15.
[[nodiscard]] std::string general_text(DecimalDigits number);

}  // namespace gouji::xlsx
