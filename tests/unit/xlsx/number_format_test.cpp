// What a cell shows, against what Excel in Chinese shows.
// SPDX-License-Identifier: Apache-2.0
#include "xlsx/number_format.hpp"

#include "support/catch.hpp"
#include "xlsx/decimal_digits.hpp"

using gouji::xlsx::builtin_format;
using gouji::xlsx::general_text;
using gouji::xlsx::number_text;
using gouji::xlsx::parse_digits;

namespace {

std::string shown(std::string_view stored, std::string_view format) { return number_text(stored, format, false); }

}  // namespace

TEST_CASE("stored doubles show no binary noise") {
  CHECK(shown("0.30000000000000004", "") == "0.3");
  CHECK(shown("1982.1999999999998", "#,##0.00") == "1,982.20");
  CHECK(shown("2.5", "0") == "3");
  CHECK(shown("1.0049999999999999", "0.00") == "1.01");
  CHECK(shown("0.999", "0.00") == "1.00");
  CHECK(shown("999999.995", "#,##0.00") == "1,000,000.00");
}

TEST_CASE("General") {
  CHECK(shown("1234567.891", "") == "1234567.891");
  CHECK(shown("0.3333333333333333", "") == "0.333333333");
  CHECK(shown("-12", "") == "-12");
  CHECK(shown("12345678901", "") == "12345678901");
  CHECK(shown("123456789012", "") == "1.23457E+11");
  CHECK(shown("0", "") == "0");
}

TEST_CASE("money, percent and scaled figures") {
  CHECK(shown("1234567.891", "#,##0.00_ ;[Red]-#,##0.00 ") == "1,234,567.89");
  CHECK(shown("-1234.5", "#,##0.00;(#,##0.00)") == "(1,234.50)");
  CHECK(shown("-1234.5", "#,##0.00") == "-1,234.50");
  CHECK(shown("-0.001", "0.00") == "0.00");
  CHECK(shown("0.9527", "0.00%") == "95.27%");
  CHECK(shown("12345678", "#,##0,") == "12,346");
  CHECK(shown("12345678", "0!.0,\"万\"") == "1234.6万");
  CHECK(shown("1200", "#,##0.##") == "1,200.");
  CHECK(shown("5", "000") == "005");
  CHECK(shown("0", "#,##0.00;-#,##0.00;\"-\"??") == "-");
  CHECK(shown("128", "0\"人\"") == "128人");
  CHECK(shown("1500", "[>=1000]#,##0.0,\"千\";0") == "1.5千");
  CHECK(shown("12345", "0.00E+00") == "1.23E+04");
  CHECK(shown("88.5", "[$￥-804]#,##0.00") == "￥88.50");
}

TEST_CASE("dates of both epochs") {
  CHECK(number_text("45366", "yyyy\"年\"m\"月\"d\"日\"", false) == "2024年3月15日");
  CHECK(number_text("43904", "yyyy/m/d", true) == "2024/3/15");
  CHECK(number_text("60", "yyyy/m/d", false) == "1900/2/28");
  CHECK(number_text("45366.75", "yyyy-mm-dd hh:mm", false) == "2024-03-15 18:00");
  CHECK(number_text("45366.75", "h:mm AM/PM", false) == "6:00 PM");
  CHECK(number_text("1.5", "[h]:mm", false) == "36:00");
  CHECK(number_text("45366", builtin_format(57), false) == "2024年3月");
  CHECK(number_text("-3", "yyyy/m/d", false) == "-3");
}

TEST_CASE("what is no number stays as it is") {
  CHECK(shown("abc", "0.00") == "abc");
  CHECK_FALSE(parse_digits("1.2.3"));
  CHECK_FALSE(parse_digits(""));
  CHECK_FALSE(parse_digits("1e"));
  CHECK_FALSE(parse_digits("1e999"));
  CHECK(general_text(*parse_digits("-1.5e-3")) == "-0.0015");
}
