// Roles, halves, levels and inherited units of tables written as plain text.
// SPDX-License-Identifier: Apache-2.0
#include "table/table_model.hpp"

#include "docx/plain.hpp"
#include "support/catch.hpp"
#include "support/rules.hpp"

using namespace gouji;
using table::ColumnRole;
using table::RowRole;

namespace {

struct Read {
  docx::Document document;
  text::TextModel text;
  facts::FactTable facts;
  table::TableModel tables;

  explicit Read(const char* plain)
      : document(docx::read_plain(plain)),
        text(text::fold_document(document)),
        facts(facts::scan(text, tests::lexicon(), Budget({}))),
        tables(table::read_tables(document, text, tests::lexicon(), facts, gouji::Budget({}))) {}

  [[nodiscard]] const facts::Fact& at(std::size_t table, std::size_t row, std::size_t column) const {
    return facts.facts.at(tables.tables.at(table).fact.at(row).at(column));
  }
};

}  // namespace

TEST_CASE("the unit of the line above makes bare figures money") {
  const Read read("单位：万元\n| 项目 | 决算数 |\n| 培训费 | 12.50 |\n| 合计 | 12.50 |\n");
  const auto& view = read.tables.tables.at(0);
  REQUIRE(view.unit != nullptr);
  CHECK(view.unit->word == "万元");
  CHECK(view.header_rows == 1);
  CHECK(view.columns.at(1).role == ColumnRole::money);
  CHECK(view.rows.at(2).role == RowRole::total);
  const facts::Fact& fact = read.at(0, 1, 1);
  CHECK(fact.kind == facts::FactKind::money);
  CHECK(fact.unit_source == facts::UnitSource::table);
  CHECK(fact.value == Rational(125000));
  CHECK(fact.step == Rational(100));
  CHECK(fact.label_text == "培训费");
}

TEST_CASE("the header's unit is nearer than the table's, the cell's own nearest") {
  const Read read(
      "单位：万元\n| 项目 | 单价（元） | 金额 | 面积（亩） | 占比（%） |\n| 甲 | 45 | 3.20 | 700 | 64.18 |\n| 乙 | 60 "
      "| 2.00万元 | 500 | 35.82 |\n");
  CHECK(read.tables.tables.at(0).columns.at(1).role == ColumnRole::price);
  CHECK(read.at(0, 1, 1).value == Rational(45));
  CHECK(read.at(0, 1, 2).value == Rational(32000));
  CHECK(read.at(0, 2, 2).unit_source == facts::UnitSource::self);
  CHECK(read.at(0, 1, 3).kind == facts::FactKind::count);
  CHECK(read.at(0, 1, 4).kind == facts::FactKind::percent);
}

TEST_CASE("a double table has two halves with labels of their own") {
  const Read read(
      "单位：元\n| 收入 | < | 支出 | < |\n| 项目 | 预算数 | 项目 | 预算数 |\n| 一、财政拨款 | 900 | 一、教育支出 | 700 "
      "|\n"
      "| 二、事业收入 | 100 | 二、其他支出 | 300 |\n| 收入总计 | 1000 | 支出总计 | 1000 |\n");
  const auto& view = read.tables.tables.at(0);
  CHECK(view.header_rows == 2);
  REQUIRE(view.halves.size() == 2);
  CHECK(view.columns.at(3).half == 1);
  CHECK(view.halves[1].at(3).label == "其他支出");
  CHECK(view.halves[1].at(4).role == RowRole::total);
  CHECK(view.columns.at(3).header == "支出/预算数");
  CHECK(read.at(0, 2, 3).label_text == "教育支出");
}

TEST_CASE("codes give levels, also over three columns") {
  const Read read(
      "单位：元\n| 类 | 款 | 项 | 科目名称 | 金额 |\n| 208 | | | 社会保障 | 9 |\n| 208 | 05 | | 养老支出 | 9 |\n"
      "| 208 | 05 | 01 | 离退休 | 4 |\n| 208 | 05 | 05 | 养老保险 | 5 |\n| 合计 | < | < | < | 9 |\n");
  const auto& view = read.tables.tables.at(0);
  CHECK(view.rows.at(3).code == "2080501");
  CHECK(view.rows.at(1).level == 0);
  CHECK(view.rows.at(3).level == 2);
  CHECK(view.rows.at(4).parent == 2);
  CHECK(view.rows.at(5).role == RowRole::total);
  CHECK(view.fact.at(1).at(0) == docx::kNone);
}

TEST_CASE("a form gives a view for each of its headers") {
  const Read read(
      "| 项目资金（万元） | < | 年初预算数 | 全年执行数 | 分值 | 执行率 |\n| ^ | 年度资金总额 | 300.00 | 291.00 | 10 | "
      "97.00% |\n"
      "| ^ | 其中：财政拨款 | 280.00 | 271.00 | — | — |\n| 一级指标 | 三级指标 | 指标值 | 完成值 | 分值 | 得分 |\n"
      "| 产出指标 | 改造管网 | ≥12公里 | 13公里 | 50 | 50 |\n");
  REQUIRE(read.tables.tables.size() == 2);
  CHECK(read.at(0, 1, 2).value == Rational(3000000));
  CHECK(read.tables.tables[0].rows.at(1).role == RowRole::total);
  CHECK(read.tables.tables[0].rows.at(2).role == RowRole::of_which);
  CHECK(read.tables.tables[0].columns.at(5).role == ColumnRole::rate);
  CHECK(read.tables.tables[1].columns.at(2).is_mixed);
  CHECK(read.tables.tables[1].columns.at(5).role == ColumnRole::score);
}

TEST_CASE("a dash is blank and a year-like amount is an amount") {
  const Read read("单位：万元\n| 项目 | 金额 |\n| 甲 | — |\n| 乙 | 2024.12 |\n| 丙 | 2023 |\n");
  CHECK(read.tables.tables.at(0).fact.at(1).at(1) == docx::kNone);
  CHECK(read.at(0, 2, 1).kind == facts::FactKind::money);
  CHECK(read.at(0, 2, 1).value == Rational(20241200));
  CHECK(read.at(0, 3, 1).kind == facts::FactKind::money);
}

TEST_CASE("a continued table has the unit of the one before it") {
  const Read read("单位：元\n| 项目 | 金额 |\n| 甲 | 5 |\n\n续表\n| 项目 | 金额 |\n| 乙 | 7 |\n");
  REQUIRE(read.tables.tables.size() == 2);
  CHECK(read.at(1, 1, 1).kind == facts::FactKind::money);
}

TEST_CASE("a row of column numbers with 栏次 is a header row, 行次 no amount") {
  const Read read(
      "单位：万元\n| 收入 | < | < | 支出 | < | < |\n| 项目 | 行次 | 金额 | 项目 | 行次 | 金额 |\n| 栏次 | | 1 | 栏次 | "
      "| 2 |\n| 甲收入 | 1 | 9.00 | 乙支出 | 5 | 7.00 |\n| 丙收入 | 2 | 1.00 | 丁支出 | 6 | 3.00 |\n");
  const auto& view = read.tables.tables.at(0);
  CHECK(view.header_rows == 3);
  CHECK(view.columns.at(1).role == ColumnRole::index);
  CHECK(view.columns.at(3).half == 1);
  CHECK(read.at(0, 3, 5).value == Rational(70000));
}

TEST_CASE("a 续表 knows the table before it") {
  const Read read(
      "单位：元\n| 科目编码 | 科目名称 | 金额 |\n| 201 | 甲 | 5 |\n| 20101 | 乙 | 5 |\n\n续表\n| 科目编码 | 科目名称 | "
      "金额 |\n| 205 | 丙 | 3 |\n| 20501 | 丁 | 3 |\n");
  CHECK(read.tables.tables.at(0).is_continued);
  CHECK(read.tables.tables.at(1).continues);
  CHECK_FALSE(read.tables.tables.at(1).is_continued);
}

TEST_CASE("rows beside a merged label do not hang on the row above it") {
  const Read read(
      "| 事项 | < | 件数 |\n| 二、上年结转 | < | 3 |\n| 三、办理结果 | （一）公开 | 8 |\n| ^ | （二）不公开 | 2 |\n");
  const auto& view = read.tables.tables.at(0);
  CHECK(view.rows.at(2).parent == docx::kNone);
  CHECK(view.rows.at(3).parent == docx::kNone);
}

TEST_CASE("a header of two rows is told by its merged cells") {
  const Read read(
      "单位：万元\n| 片区 | 安排 | < | 用去 |\n| ^ | 上级 | 本级 | ^ |\n| 东片 | 6.00 | 4.00 | 9.00 |\n| 西片 | 5.00 | 3.00 | 7.00 "
      "|\n");
  const auto& view = read.tables.tables.at(0);
  CHECK(view.header_rows == 2);
  CHECK(view.columns.at(3).role == ColumnRole::money);
  CHECK(read.at(0, 2, 3).value == Rational(90000));
}

TEST_CASE("units in row labels are those of the columns without one") {
  const Read read("| 实事 | 计划数 | 投入（万元） |\n| 公厕（座） | 6 | 30.00 |\n| 管网（公里） | 12 | 48.00 |\n");
  CHECK(read.at(0, 1, 1).unit->word == "座");
  CHECK(read.at(0, 1, 2).kind == facts::FactKind::money);
}
