// Subject, role, period, scope and context of figures in text and tables, and which of them are inherited.
// SPDX-License-Identifier: Apache-2.0
#include "docx/plain.hpp"
#include "quantity/name.hpp"
#include "quantity/quantity.hpp"
#include "support/catch.hpp"
#include "support/rules.hpp"

using namespace gouji;
using quantity::Naming;
using quantity::Origin;
using quantity::Role;

namespace {

struct Read {
  docx::Document document;
  text::TextModel text;
  facts::FactTable facts;
  table::TableModel tables;
  facts::DocumentContext context;
  statement::Statements statements;
  quantity::Quantities quantities;

  explicit Read(const char* plain)
      : document(docx::read_plain(plain)),
        text(text::fold_document(document)),
        facts(facts::scan(text, tests::lexicon(), Budget({}))),
        tables(table::read_tables(document, text, tests::lexicon(), facts, gouji::Budget({}))),
        context(facts::read_context(document, text, facts, tests::lexicon())),
        statements(statement::read_statements(text, facts, tests::lexicon(), Budget({}))),
        quantities(
            quantity::read_quantities({text, facts, tables, context, statements, tests::lexicon(), Budget({})})) {}

  /// The quantity of the first figure printed like this.
  [[nodiscard]] const quantity::Quantity& of(const std::string& printed) const {
    for (const quantity::Quantity& one : quantities.all) {
      if (facts.facts[one.fact].printed.to_string() == printed) return one;
    }
    static const quantity::Quantity kNone;
    return kNone;
  }
};

}  // namespace

TEST_CASE("a name loses years, owners, fillers and role words, and keeps what it is") {
  const quantity::Namer namer(tests::lexicon());
  CHECK(namer.read("2023年度“三公”经费财政拨款支出预算为").subject == "三公经费");
  CHECK(namer.read("2023年度“三公”经费财政拨款支出预算为").role == Role::budget);
  CHECK(namer.read("2023年度“三公”经费财政拨款支出预算为").scope == "财政拨款");
  CHECK(namer.read("其中：本单位公务用车运行费").subject == namer.read("公务用车运行维护费支出").subject);
  CHECK(namer.read("云盘乡2023年支付率").subject == "云盘乡支付率");
  CHECK(namer.read("年初预算为").subject.empty());
  CHECK(namer.read("年初预算为").role == Role::initial);
  CHECK(namer.read("上年住房公积金").period == facts::Period::prior);
  const quantity::Name path = namer.read("教育支出（类）普通教育（款）小学教育（项）支出决算");
  CHECK(path.subject == "小学教育");
  CHECK(path.role == Role::final);
  CHECK(namer.naming_of(path) == Naming::specific);
  CHECK(namer.naming_of(namer.read("资金")) == Naming::generic);
  CHECK(namer.naming_of(namer.read("基本支出")) == Naming::whole);
}

TEST_CASE("roles alone take their subject from the clause, the paragraph or the heading") {
  const Read read(
      "2.教育支出（类）普通教育（款）小学教育（项）。年初预算为510.00万元，支出决算为498.20万元。\n"
      "公务接待费年初预算3.00万元，支出决算1.92万元。\n");
  CHECK(read.of("510.00").subject == "小学教育");
  CHECK(read.of("510.00").subject_origin == Origin::inherited);
  CHECK(read.of("510.00").role == Role::initial);
  CHECK(read.of("498.20").role == Role::final);
  CHECK(read.of("1.92").subject == "公务接待费");
  CHECK(read.of("1.92").subject_origin == Origin::inherited);
}

TEST_CASE("parts have role and scope of their total; changes and shares are no levels") {
  const Read read(
      "2023年部门预算总额820.00万元，其中：基本支出500.00万元、项目支出320.00万元，比上年增加20.00万元，增长2.5%。\n");
  CHECK(read.of("500.00").role == Role::budget);
  CHECK(read.of("500.00").role_origin == Origin::inherited);
  CHECK(read.of("20.00").role == Role::delta);
  CHECK(read.of("2.5").role == Role::growth);
}

TEST_CASE("words that set a figure apart are its context") {
  const Read read(
      "截至6月底，道路养护项目支付80.00万元。\n双溪镇道路养护项目支付70.00万元。\n道路养护项目支付60.00万元。\n");
  CHECK_FALSE(read.of("80.00").context.empty());
  CHECK_FALSE(read.of("70.00").subject == read.of("60.00").subject);
  CHECK(read.of("60.00").context.empty());
}

TEST_CASE("a cell is named by row and column, a total row by its column") {
  const Read read(
      "一般公共预算财政拨款支出决算表\n单位：万元\n| 科目名称 | 本年支出合计 | 基本支出 | 项目支出 |\n"
      "| 教育支出 | 90.10 | 60.20 | 29.90 |\n| 卫生健康支出 | 8.20 | 8.20 | |\n| 合计 | 98.30 | 68.40 | 29.90 |\n");
  CHECK(read.of("90.10").subject == "教育");
  CHECK(read.of("90.10").column.empty());
  CHECK(read.of("60.20").column == "基本支出");
  CHECK(read.of("60.20").scope == "一般公共预算");
  CHECK(read.of("60.20").scope_origin == Origin::inherited);
  CHECK(read.of("68.40").subject == "基本支出");
  CHECK(read.of("68.40").is_total_row);
}

TEST_CASE("both halves of a double table and last year's column are told apart") {
  const Read read(
      "收入支出决算总表\n单位：万元\n| 项目 | 上年数 | 本年数 | 项目 | 本年数 |\n"
      "| 一、其他收入 | 7.10 | 8.10 | 一、教育支出 | 40.20 |\n| 二、事业收入 | 30.00 | 32.10 | | |\n");
  CHECK(read.of("7.10").period == facts::Period::prior);
  CHECK(read.of("8.10").subject == "其他收入");
  CHECK(read.of("40.20").subject == "教育");
}

TEST_CASE("a short form means what it was introduced for") {
  const Read read(
      "县财政安排农村人居环境整治专项资金（以下简称“整治资金”）300.00万元。\n2023年整治资金支出280.00万元。\n");
  CHECK(read.of("280.00").subject.find("农村人居环境整治专项资金") != std::string::npos);
}
