// Which rows a total may cover.
// SPDX-License-Identifier: Apache-2.0
#include "check/table_readings.hpp"

#include <algorithm>

#include "docx/plain.hpp"
#include "support/catch.hpp"
#include "support/rules.hpp"

using namespace gouji;

namespace {

bool offers(const char* plain, std::uint32_t total, const check::RowSet& wanted) {
  const docx::Document document = docx::read_plain(plain);
  const text::TextModel text = text::fold_document(document);
  facts::FactTable facts = facts::scan(text, tests::lexicon(), Budget({}));
  const table::TableModel tables = table::read_tables(document, text, tests::lexicon(), facts, gouji::Budget({}));
  const auto readings = check::TotalReadings(tables.tables.at(0), tables.tables.at(0).halves.at(0)).of(total);
  return std::find(readings.begin(), readings.end(), wanted) != readings.end();
}

}  // namespace

TEST_CASE("details without 其中 rows") {
  CHECK(offers("单位：元\n| 项目 | 金额 |\n| 甲 | 5 |\n| 其中：乙 | 2 |\n| 丙 | 3 |\n| 合计 | 8 |\n", 4, {1, 3}));
}

TEST_CASE("top level of codes") {
  CHECK(
      offers("单位：元\n| 科目编码 | 科目名称 | 金额 |\n| 201 | 甲 | 5 |\n| 20101 | 乙 | 5 |\n| 205 | 丙 | 3 |\n| "
             "20501 | 丁 | 3 |\n"
             "| 合计 | < | 8 |\n",
             5, {1, 3}));
}

TEST_CASE("subtotals, and a chain of totals") {
  CHECK(offers("单位：元\n| 项目 | 金额 |\n| 甲 | 5 |\n| 小计 | 5 |\n| 乙 | 3 |\n| 小计 | 3 |\n| 合计 | 8 |\n", 5,
               {2, 4}));
  CHECK(offers("单位：元\n| 项目 | 金额 |\n| 甲 | 5 |\n| 本年收入合计 | 5 |\n| 年初结转 | 3 |\n| 总计 | 8 |\n", 4,
               {2, 3}));
}

TEST_CASE("a total in the first row") {
  CHECK(offers("单位：元\n| 项目 | 金额 |\n| 合计 | 8 |\n| 甲 | 5 |\n| 乙 | 3 |\n", 1, {2, 3}));
}
