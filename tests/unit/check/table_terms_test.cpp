// Which columns may be the terms of a relation.
// SPDX-License-Identifier: Apache-2.0
#include "check/table_terms.hpp"

#include "docx/plain.hpp"
#include "support/catch.hpp"
#include "support/rules.hpp"

using namespace gouji;
using check::ColumnTerm;
using check::HeaderWord;

namespace {

std::vector<check::ColumnTuple> tuples(const char* plain, const std::vector<ColumnTerm>& terms) {
  const docx::Document document = docx::read_plain(plain);
  const text::TextModel text = text::fold_document(document);
  facts::FactTable facts = facts::scan(text, tests::lexicon(), Budget({}));
  const table::TableModel tables = table::read_tables(document, text, tests::lexicon(), facts, gouji::Budget({}));
  return check::column_tuples(tables.tables.at(0), terms);
}

ColumnTerm term(const char* name, const char* word, bool is_optional = false) {
  ColumnTerm out;
  out.name = name;
  out.words = {HeaderWord::read(word)};
  out.is_optional = is_optional;
  return out;
}

}  // namespace

TEST_CASE("the latest year of the header is 本年, the one before 上年") {
  const auto found =
      tuples("单位：万元\n| 项目 | 2022年决算数 | 2023年决算数 | 增减额 |\n| 甲 | 5.00 | 6.00 | 1.00 |\n",
             {term("delta", "增减"), term("now", "本年"), term("prior", "上年")});
  REQUIRE(found.size() == 1);
  CHECK(found.at(0).columns == std::vector<std::uint32_t>{3, 2, 1});
  CHECK_FALSE(found.at(0).is_weak);
}

TEST_CASE("columns under different upper headers are only believed when rows prove them") {
  const auto found = tuples(
      "单位：万元\n| 项目 | 本年 | < | 上年 | < | 增减额 |\n| ^ | 基本支出 | 项目支出 | 基本支出 | 项目支出 | ^ |\n| 甲 | "
      "5.00 | 6.00 | 4.00 | 2.00 | 1.00 |\n",
      {term("delta", "增减"), term("now", "本年"), term("prior", "上年")});
  REQUIRE(found.size() == 4);
  for (const auto& each : found) CHECK(each.is_weak);
}

TEST_CASE("two terms are no relation") {
  CHECK(tuples("单位：万元\n| 项目 | 年初 | 调整后 |\n| 甲 | 5.00 | 6.00 |\n",
               {term("to", "调整后"), term("from", "年初"), term("plus", "调增", true)})
            .empty());
}

TEST_CASE("marks of header words") {
  const HeaderWord word = HeaderWord::read("~=收入");
  CHECK(word.is_weak);
  CHECK(word.match == HeaderWord::Match::whole);
  CHECK(word.text == "收入");
}
