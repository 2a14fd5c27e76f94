// The number grammar of DOMAIN section 4, form by form: text -> value in the base unit.
// SPDX-License-Identifier: Apache-2.0
#include "facts/number.hpp"

#include <string>

#include "rules/lexicon_loader.hpp"
#include "support/catch.hpp"
#include "support/rules.hpp"

using gouji::Rational;
using gouji::facts::match_arabic;
using gouji::facts::match_chinese;

namespace {

std::string arabic(std::string_view text) {
  const auto match = match_arabic(text, 0, gouji::tests::lexicon());
  if (!match) return "none";
  if (match->is_malformed) return "malformed";
  return (match->printed.value() * match->scale).to_string() + (match->unit != nullptr ? match->unit->base : "");
}

std::string chinese(std::string_view text) {
  const auto match = match_chinese(text, 0, gouji::tests::lexicon());
  if (!match) return "none";
  return (match->printed.value() * match->scale).to_string() + (match->unit != nullptr ? match->unit->base : "");
}

}  // namespace

TEST_CASE("Arabic figures") {
  CHECK(arabic("1234") == "1234");
  CHECK(arabic("1,234,567.89元") == "1234567.89元");
  CHECK(arabic("5,120万元") == "51200000元");
  CHECK(arabic("3.5亿元") == "350000000元");
  CHECK(arabic("3.2万亿元") == "3200000000000元");
  CHECK(arabic("1亿2000万元") == "120000000元");
  CHECK(arabic("16万8千亩") == "168000亩");
  CHECK(arabic("2万多人") == "20000人");
  CHECK(arabic("500余人次") == "500人次");
  CHECK(arabic("12.5%") == "12.5%");
  CHECK(arabic("2.6个百分点") == "2.6百分点");
  CHECK(arabic("3‰") == "0.3%");
  CHECK(arabic("80万专项资金") == "800000");
  CHECK(arabic("1,23.4万元") == "malformed");
  CHECK(arabic("1.234.567") == "malformed");
  CHECK(arabic("1.5倍") == "1.5倍");
  CHECK(arabic("2台（套）") == "2台套");
}

TEST_CASE("the printed step follows the digits and the unit") {
  const auto fine = match_arabic("5710.57万元", 0, gouji::tests::lexicon());
  const auto coarse = match_arabic("5,120万元", 0, gouji::tests::lexicon());
  REQUIRE(fine);
  REQUIRE(coarse);
  CHECK(fine->printed.step() * fine->scale == Rational(100));
  CHECK(coarse->printed.step() * coarse->scale == Rational(10000));
}

TEST_CASE("Chinese and capital numerals") {
  CHECK(chinese("一百二十三万元") == "1230000元");
  CHECK(chinese("三千零五人") == "3005人");
  CHECK(chinese("十五个") == "15个");
  CHECK(chinese("两百名") == "200人");
  CHECK(chinese("一万二元") == "12000元");
  CHECK(chinese("壹佰贰拾叁万肆仟伍佰元整") == "1234500元");
  CHECK(chinese("伍佰元零伍分") == "500.05元");
  CHECK(chinese("叁拾元伍角") == "30.5元");
  CHECK(chinese("百分之十二点三") == "12.3%");
  CHECK(chinese("千分之三") == "0.3%");
  CHECK(chinese("三成") == "30%");
  CHECK(chinese("三公经费") == "none");
  CHECK(chinese("一般公共预算") == "none");
  CHECK(chinese("十四五") == "none");
}
