// Passages, headings, sentences and the way back to the source.
// SPDX-License-Identifier: Apache-2.0
#include "text/passage.hpp"

#include <string>

#include "docx/plain.hpp"
#include "support/catch.hpp"

using namespace gouji;

namespace {

struct Folded {
  explicit Folded(std::string_view source) : document(docx::read_plain(source)), model(text::fold_document(document)) {}
  docx::Document document;
  text::TextModel model;

  [[nodiscard]] std::uint32_t passage_with(std::string_view words) const {
    for (std::uint32_t index = 0; index < model.passages.size(); ++index) {
      if (model.passages[index].text.find(words) != std::string::npos) return index;
    }
    FAIL("no passage with " << words);
    return 0;
  }
  [[nodiscard]] text::Quote quote(std::string_view words) const {
    const std::uint32_t index = passage_with(words);
    const auto at = static_cast<std::uint32_t>(model.passages[index].text.find(words));
    return text::quote_of(document, model, index, {at, at + static_cast<std::uint32_t>(words.size())});
  }
};

}  // namespace

TEST_CASE("a quote is the source's own characters with their place", "[text]") {
  const Folded folded("一、收支情况\n全年支出总计 ５，７１０．５７ 万元，完成 98 %。\n");
  const text::Quote quote = folded.quote("5,710.57万元");
  CHECK(quote.text == "５，７１０．５７ 万元");
  CHECK(quote.place.paragraph == 2u);
  CHECK(quote.place.start == 7);
  CHECK(quote.place.end == 18);
  CHECK(quote.place.heading == "一、收支情况");
  CHECK(folded.quote("98%").text == "98 %");
}

TEST_CASE("the halves of a paragraph cut by a page break are one passage", "[text]") {
  const Folded folded(
      "负责股级以上干部的备案审查和管理工作，以及有关材料的收集，承办干部\n的调配、交流事宜，并做好安置。\n");
  REQUIRE(folded.model.passages.size() == 1);
  CHECK(folded.model.passages[0].text.find("承办干部的调配") != std::string::npos);
  CHECK(folded.quote("承办干部的调配").text == "承办干部");
  CHECK(folded.quote("的调配").place.paragraph == 2u);
}

TEST_CASE("lines of a form and headings are not joined", "[text]") {
  const Folded folded(
      "评价单位：中共某某市委组织部下属某某中心，评价年度二〇二三\n填报日期：2024年8月，已盖章。\n"
      "（一）关于某某市某某单位年度整体支出绩效目标完成情况的说明\n全年完成各项任务，成效较好。\n");
  CHECK(folded.model.passages.size() == 4);
}

TEST_CASE("headings nest by marker and run in before their text", "[text]") {
  const Folded folded(
      "一、基本情况\n(二) 评价小组情况。2023年成立工作组，人员如下：\n组长：张南\n1. 预算编制情况。编制规范，内容完整。\n"
      "2. 由于地方财政紧张，支付进度缓慢。\n二、绩效情况\n自评优秀。\n");
  const auto& passages = folded.model.passages;
  CHECK(passages[0].heading_level == 1);
  CHECK(passages[1].heading_level == 2);
  CHECK(passages[3].heading_level == 3);
  CHECK(passages[4].heading_level == 0);
  CHECK(text::heading_path(folded.document, folded.model, 4) == "一、基本情况/（二）评价小组情况/1.预算编制情况");
  CHECK(text::heading_path(folded.document, folded.model, 6) == "二、绩效情况");
}

TEST_CASE("parts push the levels below them down; a typed table of contents has no headings", "[text]") {
  const Folded folded(
      "目录\n第一部分 概况\n一、职能\n二、机构\n第二部分 决算\n第一部分 概况\n一、职能\n负责有关工作。\n");
  const auto& passages = folded.model.passages;
  for (std::size_t index = 1; index <= 4; ++index) CHECK(passages[index].is_toc);
  CHECK(passages[5].heading_level == 1);
  CHECK(passages[6].heading_level == 2);
  CHECK(text::heading_path(folded.document, folded.model, 7) == "第一部分概况/一、职能");
}

TEST_CASE("every cell has its passage, empty ones too", "[text]") {
  const Folded folded("一、表\n| 项目 | 预算数(单位:万元) |\n| 培训 |  |\n后文结束。\n");
  REQUIRE(folded.model.cell_passage.size() == 1);
  REQUIRE(folded.model.cell_passage[0].size() == 4);
  for (std::uint32_t cell = 0; cell < 4; ++cell)
    CHECK(folded.model.passages[folded.model.cell_passage[0][cell]].cell == cell);
  const text::Quote quote = folded.quote("（单位：万元）");
  CHECK(quote.text == "(单位:万元)");
  CHECK(quote.place.table == 1u);
  CHECK(quote.place.row == 1u);
  CHECK(quote.place.column == 2u);
  CHECK(quote.place.start == 3);
}

TEST_CASE("sentences end outside brackets and quotations", "[text]") {
  const Folded folded("他说：“先干。再说。”大家同意（甲。乙；丙），于是开工；完成“半句。下一句。\n");
  const auto& passage = folded.model.passages[0];
  REQUIRE(passage.sentences.size() == 4);
  CHECK(passage.of(passage.sentences[0]) == "他说：“先干。再说。”");
  CHECK(passage.of(passage.sentences[1]) == "大家同意（甲。乙；丙），于是开工；");
  CHECK(passage.of(passage.sentences[2]) == "完成“半句。");
}
