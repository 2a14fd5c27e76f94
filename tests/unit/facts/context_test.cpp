// Title, kind of report, evaluated year and filing date from cover, form lines and titles.
// SPDX-License-Identifier: Apache-2.0
#include "facts/context.hpp"

#include <string_view>

#include "docx/plain.hpp"
#include "facts/calendar.hpp"
#include "support/catch.hpp"
#include "support/rules.hpp"

namespace {

struct Read {
  gouji::docx::Document document;
  gouji::text::TextModel model;
  gouji::facts::FactTable facts;
  gouji::facts::DocumentContext context;

  explicit Read(std::string_view text)
      : document(gouji::docx::read_plain(text)),
        model(gouji::text::fold_document(document)),
        facts(gouji::facts::scan(model, gouji::tests::lexicon(), gouji::Budget({}))),
        context(gouji::facts::read_context(document, model, facts, gouji::tests::lexicon())) {}

  [[nodiscard]] std::string filed() const {
    return context.filing_date == gouji::docx::kNone ? "" : gouji::facts::to_iso(facts.facts[context.filing_date].date);
  }
};

}  // namespace

TEST_CASE("The form lines of a self-evaluation") {
  const Read read(
      "附件4\n整体绩效自评报告\n评价年度：2023年度\n评价单位：某局\n填报日期：2024年8月27日\n一、基本情况\n2022年支出10.00万元。");
  CHECK(read.context.title == "整体绩效自评报告");
  CHECK(read.context.genre == "self-evaluation");
  CHECK(read.context.fiscal_year == 2023);
  CHECK(read.filed() == "2024-08-27");
}

TEST_CASE("The year of a title, the date of a signature") {
  const Read read("# 某局2023年度部门决算公开说明\n# 第二部分 决算表\n全年支出86.40万元。\n某局\n2024年9月2日");
  CHECK(read.context.genre == "final-accounts");
  CHECK(read.context.fiscal_year == 2023);
  CHECK(read.filed() == "2024-09-02");
  CHECK_FALSE(read.context.is_filing_stated);
}

TEST_CASE("A form line in a table") {
  const Read read("项目支出绩效自评表\n| 评价年度 | 2023年 |\n| 填报日期 | 2024-03-05 |");
  CHECK(read.context.genre == "score-table");
  CHECK(read.context.fiscal_year == 2023);
  CHECK(read.filed() == "2024-03-05");
}

TEST_CASE("Two years, a stretch of years and the body give no year") {
  CHECK(Read("# 关于2023年预算执行情况和2024年预算草案的报告\n安排支出。").context.fiscal_year == 0);
  CHECK(Read("# 产业资金2021—2023年绩效评价报告\n安排支出。").context.fiscal_year == 0);
  CHECK(Read("# 部门整体支出绩效自评报告\n2023年支出10.00万元，较2022年增加1.00万元。").context.fiscal_year == 0);
}

TEST_CASE("Kinds of report") {
  const auto genre = [](const char* title) { return Read(std::string("# ") + title + "\n正文。").context.genre; };
  CHECK(genre("2024年部门预算公开说明") == "budget");
  CHECK(genre("道路项目支出绩效自评报告") == "project-evaluation");
  CHECK(genre("农业专项资金绩效评价报告") == "special-fund");
  CHECK(genre("项目绩效目标申报表") == "target-form");
  CHECK(genre("某县2023年财政决算报告") == "government-budget");
  CHECK(genre("2023年度审计工作报告") == "audit");
  CHECK(genre("政府工作报告") == "work-report");
  CHECK(genre("会议纪要") == "unknown");
}

TEST_CASE("The note on rounding") {
  CHECK(Read("# 说明\n部分数据因四舍五入的原因，存在分项合计与总计不等的情况。").context.has_rounding_note);
  CHECK_FALSE(Read("# 说明\n支出10.00万元。").context.has_rounding_note);
}
