// Document numbers: canonical form, issuer, year and number.
// SPDX-License-Identifier: Apache-2.0
#include "facts/docnumber.hpp"

#include <string>

#include "support/catch.hpp"

using gouji::facts::DocnumberMatch;
using gouji::facts::find_docnumbers;

namespace {

std::string numbers(const std::string& text) {
  std::vector<DocnumberMatch> matches;
  find_docnumbers(text, matches);
  std::string out;
  for (const DocnumberMatch& match : matches) {
    out += (out.empty() ? "" : " | ") + match.canonical + " (" + match.issuer + " " + std::to_string(match.year) + " " +
           std::to_string(match.number) + ")";
  }
  return out;
}

}  // namespace

TEST_CASE("Document numbers in any brackets") {
  CHECK(numbers("财预〔2020〕10号") == "财预〔2020〕10号 (财预 2020 10)");
  CHECK(numbers("《通知》（某财绩﹝2024﹞4号）") == "某财绩〔2024〕4号 (某财绩 2024 4)");
  CHECK(numbers("财预[2020]10号文") == "财预〔2020〕10号 (财预 2020 10)");
  CHECK(numbers("按照粤财预（2024）3号") == "粤财预〔2024〕3号 (粤财预 2024 3)");
  CHECK(numbers("某财社〔2022118号") == "某财社〔2022〕118号 (某财社 2022 118)");
  CHECK(numbers("国办发明电〔2020〕1号") == "国办发明电〔2020〕1号 (国办发明电 2020 1)");
}

TEST_CASE("The issuer does not run into the sentence") {
  CHECK(numbers("根据财预〔2020〕10号") == "财预〔2020〕10号 (财预 2020 10)");
  CHECK(numbers("印发的通知财库〔2021〕36号和财预〔2020〕10号") ==
        "财库〔2021〕36号 (财库 2021 36) | 财预〔2020〕10号 (财预 2020 10)");
}

TEST_CASE("Orders, announcements, standards") {
  CHECK(numbers("国务院令第738号") == "国务院令第738号 (国务院令 0 738)");
  CHECK(numbers("财政部公告2021年第5号") == "财政部公告2021年第5号 (财政部公告 2021 5)");
  CHECK(numbers("执行GB/T 9704-2012") == "GB/T 9704-2012 (GB/T 2012 9704)");
}

TEST_CASE("What is no document number") {
  CHECK(numbers("预算（2023）年") == "");
  CHECK(numbers("项目（2023）5个") == "");
  CHECK(numbers("（2023年度）") == "");
  CHECK(numbers("第3号，附件2，[1]") == "");
}
