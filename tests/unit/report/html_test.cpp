// The HTML report: what becomes of hostile text, where marks sit, what the page may load.
// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <vector>

#include "base/utf8.hpp"
#include "report/formats.hpp"
#include "report/html_assets.hpp"
#include "report/html_marks.hpp"
#include "report/html_places.hpp"
#include "support/awkward.hpp"
#include "support/catch.hpp"

using namespace gouji;
using report::MarkedSpan;

namespace {

std::string page_of(const std::vector<Outcome>& outcomes, Language language = Language::zh) {
  report::ReportOptions options;
  options.version = "1";
  options.language = language;
  const auto reporter = report::find_format("html")->make(options);
  std::string out = reporter->open();
  for (const Outcome& outcome : outcomes) out += reporter->document(outcome);
  return out + reporter->close(outcomes.empty() ? std::vector<Note>() : test::awkward_notes());
}

std::size_t count_of(const std::string& text, const std::string& word) {
  std::size_t count = 0;
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + word.size())) ++count;
  return count;
}

MarkedSpan span(std::uint32_t start, std::uint32_t end, std::uint32_t mark_start, std::uint32_t mark_end,
                std::uint32_t finding, Severity severity = Severity::error) {
  MarkedSpan out;
  out.start = start;
  out.end = end;
  out.mark_start = mark_start;
  out.mark_end = mark_end;
  out.finding = finding;
  out.evidence = 1;
  out.severity = severity;
  return out;
}

/// Without the links, which hold no text.
std::string marks(const std::string& text, std::vector<MarkedSpan> spans) {
  std::string out = report::marked_html(text, std::move(spans), "d1", Language::zh);
  for (std::size_t at = out.find("<a "); at != std::string::npos; at = out.find("<a "))
    out.erase(at, out.find("</a>", at) + 4 - at);
  return out;
}

}  // namespace

TEST_CASE("a quote is marked lightly, its decisive characters strongly, by code points") {
  CHECK(marks("𠮷甲乙丙丁", {span(1, 4, 2, 3, 7)}) ==
        "𠮷<mark class=\"e\" data-f=\"7.1\">甲</mark><mark class=\"e s\" data-f=\"7.1!\">乙</mark>"
        "<mark class=\"e\" data-f=\"7.1\">丙</mark>丁");
  CHECK(report::marked_html("甲乙", {span(0, 1, 0, 1, 7)}, "d2", Language::en) ==
        "<mark class=\"e s\" data-f=\"7.1!\"><a class=\"n e\" id=\"d2f7e1\" href=\"#d2f7\" data-n=\"7\" data-k=\"①\" "
        "aria-label=\"finding 7, place 1\"></a>甲</mark>乙");
}

TEST_CASE("overlapping and nested quotes share stretches; the most severe open one gives the look") {
  CHECK(marks("甲乙丙丁", {span(0, 3, 0, 3, 1, Severity::info), span(1, 4, 2, 4, 2)}) ==
        "<mark class=\"i s\" data-f=\"1.1!\">甲</mark><mark class=\"i s\" data-f=\"1.1! 2.1\">乙</mark>"
        "<mark class=\"e s\" data-f=\"2.1! 1.1!\">丙</mark><mark class=\"e s\" data-f=\"2.1!\">丁</mark>");
  MarkedSpan suppressed = span(0, 2, 0, 2, 1);
  suppressed.is_open = false;
  CHECK(marks("甲乙", {suppressed, span(1, 2, 1, 2, 2, Severity::warning)}) ==
        "<mark class=\"x s\" data-f=\"1.1!\">甲</mark><mark class=\"w s\" data-f=\"2.1! 1.1!\">乙</mark>");
}

TEST_CASE("spans beyond the text are cut, empty ones keep their link") {
  CHECK(marks("甲", {span(0, 9, 5, 9, 1)}) == "<mark class=\"e\" data-f=\"1.1\">甲</mark>");
  CHECK(count_of(report::marked_html("甲", {span(1, 1, 1, 1, 1)}, "d1", Language::zh), "id=\"d1f1e1\"") == 1);
  CHECK(marks("", {span(0, 0, 0, 0, 1)}).empty());
}

TEST_CASE("thousands of quotes of one line do not grow by the square") {
  std::vector<MarkedSpan> spans;
  for (std::uint32_t each = 0; each < 2'000; ++each) spans.push_back(span(each, 4'000, each, each + 1, each + 1));
  const std::string out = report::marked_html(std::string(4'000, 'a'), spans, "d1", Language::zh);
  CHECK(out.size() < 4'000'000);
  CHECK(count_of(out, "<a class=\"n") == 2'000);
}

TEST_CASE("evidence has a place only where its quote stands") {
  Outcome outcome = test::awkward_outcomes().front();
  const report::HtmlPlaces places(outcome);
  CHECK(places.has(2, 1));
  CHECK(places.has(2, 2));
  CHECK(places.has(3, 1));
  CHECK(places.has(3, 2));
  CHECK(places.has(4, 1));
  CHECK(places.has(7, 1));
  CHECK_FALSE(places.has(1, 1));
  outcome.findings[1].evidence[0].place.start += 1;
  outcome.findings[1].evidence[0].place.end += 1;
  const report::HtmlPlaces moved(outcome);
  CHECK_FALSE(moved.has(2, 1));
  CHECK(moved.has(2, 2));
}

TEST_CASE("the page loads nothing and no text of a document becomes markup") {
  const std::string page = page_of(test::awkward_outcomes());
  CHECK(page.find("default-src 'none'; script-src 'sha256-") != std::string::npos);
  CHECK(page.find("unsafe-inline") == std::string::npos);
  CHECK(count_of(page, "<script>") == 2);  // the two of the report; that of the document is escaped
  CHECK(count_of(page, "</script>") == 2);
  CHECK(page.find("alert(1)</script>") == std::string::npos);
  CHECK(page.find("&lt;script&gt;alert(1)") != std::string::npos);
  for (const char* loads :
       {"src=", "url(", "@import", "http:", "https:", "fetch(", "XMLHttpRequest", "style=\"", "onclick"})
    CHECK(page.find(loads) == std::string::npos);
  CHECK(page.find('\x1b') == std::string::npos);
  CHECK(page.find('\x01') == std::string::npos);
  CHECK(page.find('\r') == std::string::npos);
  CHECK(utf8::sanitize(page) == page);
}

TEST_CASE("nothing found is never said without the coverage") {
  for (const Language language : {Language::zh, Language::en}) {
    const std::string page = page_of({test::awkward_outcomes()[1]}, language);
    const std::string clean =
        language == Language::zh ? "没有发现矛盾；核对关系 4 条" : "no contradiction; 4 relations";
    CHECK(count_of(page, clean) == 1);
  }
}

TEST_CASE("style and script hold nothing that would end their element") {
  CHECK(report::report_css().find("</") == std::string_view::npos);
  CHECK(report::report_js().find("</") == std::string_view::npos);
  CHECK(report::report_js().find("innerHTML") == std::string_view::npos);
}
