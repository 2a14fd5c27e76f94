// A chart's words are text, its values are no facts; it stands under the heading of the paragraph it hangs on.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>

#include "docx/read_docx.hpp"
#include "facts/fact.hpp"
#include "support/catch.hpp"
#include "support/docx_builder.hpp"
#include "support/rules.hpp"
#include "text/passage.hpp"

TEST_CASE("facts: none from charts, all from SmartArt") {
  const std::string values =
      "<c:chartSpace xmlns:c=\"urn:c\" xmlns:a=\"urn:a\"><c:title><c:tx><c:rich><a:p><a:r><a:t>支出9999万元</a:t></a:r>"
      "</a:p></c:rich></c:tx></c:title></c:chartSpace>";
  const std::string points =
      "<dgm:dataModel xmlns:dgm=\"urn:d\" xmlns:a=\"urn:a\"><dgm:ptLst><dgm:pt modelId=\"1\"><dgm:t><a:p><a:r>"
      "<a:t>投资200万元</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst></dgm:dataModel>";
  gouji::test::DocxBuilder builder;
  builder.relation("rIdC", "chart", "chart.xml").relation("rIdD", "diagramData", "data.xml");
  builder.entry("word/chart.xml", values).entry("word/data.xml", points);
  builder.body(gouji::test::paragraph_xml("一、支出情况", "<w:outlineLvl w:val=\"0\"/>") +
               "<w:p><w:r><w:drawing><a:c><c:chart xmlns:c=\"urn:c\" r:id=\"rIdC\"/></a:c></w:drawing></w:r><w:r>"
               "<w:drawing><d:relIds xmlns:d=\"urn:d\" r:dm=\"rIdD\"/></w:drawing></w:r></w:p>" +
               gouji::test::paragraph_xml("支出共100万元。"));
  const auto document = gouji::docx::read_docx(builder.bytes());
  REQUIRE(document);
  const auto model = gouji::text::fold_document(document.value());
  const auto facts = gouji::facts::scan(model, gouji::tests::lexicon(), gouji::Budget({}));
  std::string chart_heading = "none";
  for (std::uint32_t i = 0; i < model.passages.size(); ++i) {
    const bool is_chart = model.passages[i].story == gouji::docx::StoryKind::chart;
    if (is_chart) chart_heading = gouji::text::heading_path(document.value(), model, i);
    if (is_chart) CHECK(model.passages[i].text == "支出9999万元");
  }
  CHECK(chart_heading == "一、支出情况");
  const auto from = [&](gouji::docx::StoryKind kind) {
    return std::count_if(facts.facts.begin(), facts.facts.end(),
                         [&](const auto& fact) { return model.passages[fact.passage].story == kind; });
  };
  CHECK(from(gouji::docx::StoryKind::chart) == 0);
  CHECK(from(gouji::docx::StoryKind::diagram) == 1);
  CHECK(from(gouji::docx::StoryKind::body) >= 1);
}
