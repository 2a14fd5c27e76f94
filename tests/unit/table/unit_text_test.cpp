// Units declared in lines and header cells.
// SPDX-License-Identifier: Apache-2.0
#include "table/unit_text.hpp"

#include "support/catch.hpp"
#include "support/rules.hpp"

using namespace gouji;

namespace {

std::string header_unit(const char* text) {
  const auto found = table::unit_of_header(text, tests::lexicon());
  return found.found() ? found.unit->word : "";
}

}  // namespace

TEST_CASE("units of header cells and lines") {
  CHECK(header_unit("预算数（单位：万元）") == "万元");
  CHECK(header_unit("金额（元）") == "元");
  CHECK(header_unit("占比（%）") == "%");
  CHECK(header_unit("万元") == "万元");
  CHECK(header_unit("编制部门：某县商务局单位：元") == "元");
  CHECK(header_unit("编制单位：人民医院").empty());
  CHECK(header_unit("单位名称").empty());
  CHECK(header_unit("因公出国（境）费").empty());
  CHECK(table::unit_of_header("单价（元/亩）", tests::lexicon()).is_price);
}
