// Score tables: weights in labels and columns, merged cells, the block of money, the total row.
// SPDX-License-Identifier: Apache-2.0
#include "table/score_form.hpp"

#include "docx/plain.hpp"
#include "support/catch.hpp"
#include "support/rules.hpp"
#include "table/score_header.hpp"

using namespace gouji;

namespace {

std::vector<table::ScoreForm> forms_of(const char* plain) {
  const docx::Document document = docx::read_plain(plain);
  const text::TextModel text = text::fold_document(document);
  const facts::FactTable facts = facts::scan(text, tests::lexicon(), Budget({}));
  return table::read_score_forms(document, text, tests::lexicon(), facts, gouji::Budget({}));
}

}  // namespace

TEST_CASE("a cell that is a number of points, and nothing else") {
  CHECK(table::plain_number("10分").value().value == Rational(10));
  CHECK(table::plain_number("9.25").value().places == 2);
  CHECK(table::plain_number("30%").value().is_percent);
  CHECK(table::plain_number("-2").value().value == Rational(-2));
  CHECK_FALSE(table::plain_number("10个"));
  CHECK_FALSE(table::plain_number("—"));
}

TEST_CASE("weights at the end of a label") {
  CHECK(table::label_weight("产出指标（50分）").value().value == Rational(50));
  CHECK(table::label_weight("效益指标（30）").value().value == Rational(30));
  CHECK(table::label_weight("满意度指标 10分").value().value == Rational(10));
  CHECK(table::label_weight("过程（25%）").value().is_percent);
  CHECK_FALSE(table::label_weight("指标1"));
  CHECK_FALSE(table::label_weight("新建公路12公里"));
}

TEST_CASE("merged weights count once, the block of money stands apart") {
  const auto forms = forms_of(
      "| 项目资金 | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分 |\n"
      "| 年度资金总额 | 60.00 | 60.00 | 57.00 | 10 | 95% | 9.5 |\n"
      "| 指标 | 一级指标 | 三级指标 | 完成值 | 分值 | 备注 | 得分 |\n"
      "| 绩效 | 产出（50分） | 巡查次数 | 60次 | 50 | | 30 |\n"
      "| ^ | ^ | 巡查里程 | 80公里 | ^ | | 20 |\n"
      "| ^ | 效益（40分） | 隐患整改率 | 98% | 40 | | 38 |\n"
      "| 总分 | < | < | < | 100 | | 97.5 |\n");
  REQUIRE(forms.size() == 1);
  const table::ScoreForm& form = forms.front();
  CHECK(form.fund.rate.value == Rational(95));
  CHECK(form.fund.score.value == Rational::of(95, 10));
  CHECK(form.total.weight.value == Rational(100));
  REQUIRE(form.rows.size() == 3);
  CHECK(form.rows[0].weight.row_end - form.rows[0].weight.row == 2);
  CHECK_FALSE(form.rows[1].weight.is_set());
  CHECK(form.rows[1].shares_weight);
}

TEST_CASE("a header over more grid columns than the cell below it") {
  // as programs save a table anew whose rows are not of equal widths: 分值 reaches over the beginning of 得分
  const auto forms = forms_of(
      "| 一级指标 | 三级指标 | 目标值 | 完成值 | 分值 | < | 得分 |\n"
      "| 产出 | 巡查次数 | 60次 | 60次 | 50 | 49.5 | < |\n"
      "| 产出 | 巡查里程 | 80公里 | 80公里 | 50 | < | 50 |\n"
      "| 总分 | < | < | < | 100 | < | 99.5 |\n");
  REQUIRE(forms.size() == 1);
  REQUIRE(forms.front().rows.size() == 2);
  CHECK(forms.front().rows[0].weight.value == Rational(50));
  CHECK(forms.front().rows[0].score.value == Rational::of(495, 10));
  CHECK(forms.front().rows[1].weight.value == Rational(50));
}

TEST_CASE("a table without weights, scores or targets is no score table") {
  CHECK(forms_of("| 项目 | 金额（万元） |\n| 培训费 | 12.50 |\n").empty());
}
