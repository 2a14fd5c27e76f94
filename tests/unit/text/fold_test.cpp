// Folding of characters, blanks, commas and line breaks.
// SPDX-License-Identifier: Apache-2.0
#include "text/passage.hpp"

#include <string>

#include "support/catch.hpp"

using gouji::text::fold;

TEST_CASE("figures get half-width digits and lose inner blanks", "[text]") {
  CHECK(fold("５，７２０．７１ 万元") == "5,720.71万元");
  CHECK(fold("5 720.71 万元") == "5720.71万元");
  CHECK(fold("1 234 567 元") == "1234567元");
  CHECK(fold("1，234，567.89") == "1,234,567.89");
  CHECK(fold("98.00　％") == "98.00%");
  CHECK(fold("10 km") == "10km");
}

TEST_CASE("what is no thousands group stays apart", "[text]") {
  CHECK(fold("2023 100") == "2023 100");
  CHECK(fold("12 34") == "12 34");
  CHECK(fold("分别为12，34万元") == "分别为12，34万元");
  CHECK(fold("0，123") == "0，123");
  CHECK(fold("1.25，100") == "1.25，100");
  CHECK(fold("1,23.4") == "1,23.4");
  CHECK(fold("60 -25.30") == "60 -25.30");
}

TEST_CASE("punctuation between Chinese is full width", "[text]") {
  CHECK(fold("收入100,其中:(a)无;好?好!") == "收入100，其中：（a）无；好？好！");
  CHECK(fold("8:30，3：7") == "8:30，3:7");
  CHECK(fold("http://a.b/c?x=1") == "http://a.b/c?x=1");
  CHECK(fold("财预﹝2020﹞10号 〔2021〕 ［3］ 【4】") == "财预〔2020〕10号〔2021〕［3］【4】");
}

TEST_CASE("invisible characters and markdown go, Latin words keep one blank", "[text]") {
  CHECK(fold("预\xE2\x80\x8B算\xC2\xA0数\xEF\xBB\xBF") == "预算数");
  CHECK(fold("**人才**方面") == "人才方面");
  CHECK(fold("GB/T  9704-2012") == "GB/T 9704-2012");
  CHECK(fold("组　长：张 南") == "组长：张南");
}

TEST_CASE("compatibility ideographs become ordinary, other signs stay", "[text]") {
  CHECK(fold("⾏政") == "行政");
  CHECK(fold("\xEF\xA4\x8A額") == "金額");
  CHECK(fold("㎡①⑴〇") == "㎡①⑴〇");
}

TEST_CASE("soft line breaks join unless a line ends there", "[text]") {
  CHECK(fold("承办干部\n的调配") == "承办干部的调配");
  CHECK(fold("人员如下：\n张南") == "人员如下：\n张南");
  CHECK(fold("完成任务\n（二）下一步") == "完成任务\n（二）下一步");
  CHECK(fold("评价年度2023\n评价单位：某局") == "评价年度2023\n评价单位：某局");
  CHECK(fold("100\n200") == "100 200");
}

TEST_CASE("folding folded text changes nothing", "[text]") {
  for (const char* source :
       {"５，７２０．７１ 万元,其中:(a)", "GB/T  9704", "1，234，567.89", "一是A;\n二是B", "60 -25.30", "2023 100"}) {
    const std::string once = fold(source);
    CHECK(fold(once) == once);
  }
}
