// Every written form of a date (DOMAIN section 4), and what only looks like one.
// SPDX-License-Identifier: Apache-2.0
#include "facts/date.hpp"

#include <string>

#include "facts/calendar.hpp"
#include "support/catch.hpp"

using gouji::facts::DateMatch;
using gouji::facts::find_dates;

namespace {

/// «printed=iso», a stretch as iso..iso, ! for a date that is none, ? for a malformed year; joined by blanks.
std::string dates(const std::string& text) {
  std::vector<DateMatch> matches;
  find_dates(text, matches);
  std::string out;
  for (const DateMatch& match : matches) {
    if (!out.empty()) out += ' ';
    out += text.substr(match.span.begin, match.span.end - match.span.begin) + "=" + gouji::facts::to_iso(match.start);
    if (match.has_end()) out += ".." + gouji::facts::to_iso(match.end);
    if (match.is_invalid_form) {
      out += '?';
    } else if (!match.start.is_valid || !match.end.is_valid) {
      out += '!';
    }
  }
  return out;
}

}  // namespace

TEST_CASE("Dates of a day, a month, a year") {
  CHECK(dates("2023年8月24日成立") == "2023年8月24日=2023-08-24");
  CHECK(dates("2023年8月24号") == "2023年8月24号=2023-08-24");
  CHECK(dates("2023年8月，2023年度") == "2023年8月=2023-08 2023年度=2023");
  CHECK(dates("于2023-8-24完成") == "2023-8-24=2023-08-24");
  CHECK(dates("2023.08.24、2023/8/24") == "2023.08.24=2023-08-24 2023/8/24=2023-08-24");
  CHECK(dates("日期：20230824") == "20230824=2023-08-24");
  CHECK(dates("8月24日，8月下旬") == "8月24日=--08-24 8月下旬=--08");
  CHECK(dates("23年8月24日") == "23年8月24日=2023-08-24");
  CHECK(dates("1.2023年部门预算") == "2023年=2023");
}

TEST_CASE("Dates in Chinese numerals") {
  CHECK(dates("二〇二三年八月二十四日") == "二〇二三年八月二十四日=2023-08-24");
  CHECK(dates("二零二三年") == "二零二三年=2023");
  CHECK(dates("二O二三年十二月三十一日") == "二O二三年十二月三十一日=2023-12-31");
  CHECK(dates("八月二十四日") == "八月二十四日=--08-24");
  CHECK(dates("二十大、五一、三月、一百二十三").empty());
}

TEST_CASE("Stretches of time") {
  CHECK(dates("8月24—26日") == "8月24—26日=--08-24..--08-26");
  CHECK(dates("8月24日—26日") == "8月24日—26日=--08-24..--08-26");
  CHECK(dates("2023年1—6月") == "2023年1—6月=2023-01..2023-06");
  CHECK(dates("2021—2023年") == "2021—2023年=2021..2023");
  CHECK(dates("2023年上半年") == "2023年上半年=2023-01..2023-06");
  CHECK(dates("2023年第三季度") == "2023年第三季度=2023-07..2023-09");
  CHECK(dates("2023年度前三季度") == "2023年度前三季度=2023-01..2023-09");
  CHECK(dates("2023年9月—6月") == "2023年9月=2023-09 6月=--06");
  CHECK(dates("期限：2023.08-2024.12") == "2023.08=2023-08 2024.12=2024-12");
}

TEST_CASE("Dates that do not exist, and years that are none") {
  CHECK(dates("2023年2月30日") == "2023年2月30日=2023-02-30!");
  CHECK(dates("2023年2月29日，2024年2月29日") == "2023年2月29日=2023-02-29! 2024年2月29日=2024-02-29");
  CHECK(dates("2023年13月") == "2023年13月=2023-13!");
  CHECK(dates("2023-9-31") == "2023-9-31=2023-09-31!");
  CHECK(dates("二〇二三年十五月") == "二〇二三年十五月=2023-15!");
  CHECK(dates("202年度决算") == "202年度=-?");
  CHECK(dates("20223年") == "20223年=-?");
  CHECK(dates("2O23年8月") == "2O23年8月=2023-08?");
}

TEST_CASE("What is no date") {
  for (const char* text : {"3年",         "23年",      "2023.08",        "12.3万元",   "3个月",
                           "13月",        "6月龄",     "10年8月",        "200年历史",  "0555-2023123",
                           "13800138000", "2.1-2.3节", "编号2023-08-12", "第2023号",   "2020级",
                           "3月度",       "20000年薪", "v2023.1.2.4",    "2023-15-88", "财预〔2020〕10号"}) {
    INFO(text);
    CHECK(dates(text).empty());
  }
}

TEST_CASE("Days of the calendar") {
  using namespace gouji::facts;
  CHECK(weekday(first_day({2023, 8, 24, true})) == 4);
  CHECK(weekday(first_day({2024, 2, 29, true})) == 4);
  CHECK(first_day({1970, 1, 1, true}) == 0);
  CHECK(last_day({2023, 0, 0, true}) - first_day({2023, 0, 0, true}) == 364);
  CHECK(last_day({2024, 2, 0, true}) - first_day({2024, 2, 0, true}) == 28);
}
