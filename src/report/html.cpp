// SPDX-License-Identifier: Apache-2.0
#include "report/html.hpp"

#include <fmt/format.h>

#include <set>

#include "report/escape.hpp"
#include "report/finding_words.hpp"
#include "report/html_document.hpp"
#include "report/html_findings.hpp"
#include "report/html_page.hpp"

namespace gouji::report {
namespace {

/// Documents go out as they come. The overview, of which only its rows are kept, stands behind them in the file; style
/// and script bring it to the front.
class HtmlReporter final : public Reporter {
 public:
  explicit HtmlReporter(const ReportOptions& options) : options_(options) {}

  std::string open() override { return page_begin(options_); }

  std::string document(const Outcome& outcome) override {
    tally_.add(outcome);
    for (const Finding& finding : outcome.findings) rules_.insert(finding.rule);
    rows_ += overview_row(outcome, tally_.documents, options_);
    return document_html(outcome, tally_.documents, options_);
  }

  std::string close(const std::vector<Note>& notes) override {
    const bool is_zh = options_.language == Language::zh;
    std::string out;
    if (tally_.documents != 1) {
      out += fmt::format(
          "<section class=\"overview\" id=\"overview\" aria-labelledby=\"overview-title\" tabindex=\"-1\">\n"
          "<h2 id=\"overview-title\">{}</h2>\n<p class=\"sum\">{}</p>\n",
          is_zh ? "全部文件" : "All documents", escape_xml(tally_.words(options_.language)));
      if (!rows_.empty())
        out += fmt::format(
            "<div class=\"wide\" role=\"group\" aria-labelledby=\"overview-title\" tabindex=\"0\">\n"
            "<table class=\"sheet\">\n<thead>\n{}</thead>\n<tbody>\n{}</tbody>\n</table>\n</div>\n",
            overview_head(options_.language), rows_);
      out += notes_html(notes, options_.language) + "</section>\n";
    } else {
      out += notes_html(notes, options_.language);
    }
    std::string rules = rules_html({rules_.begin(), rules_.end()}, options_);
    if (rules.empty()) rules = fmt::format("<p>{}</p>\n", is_zh ? "没有问题要说明规则。" : "No finding names a rule.");
    out += fmt::format(
        "<section class=\"rules\" id=\"rules\" aria-labelledby=\"rules-title\" tabindex=\"-1\">\n"
        "<h2 id=\"rules-title\">{}</h2>\n{}</section>\n",
        is_zh ? "规则说明" : "Rules", rules);
    return out + page_end(options_);
  }

 private:
  ReportOptions options_;
  Tally tally_;
  std::set<std::string> rules_;  // that any finding names
  std::string rows_;
};

}  // namespace

std::unique_ptr<Reporter> make_html(const ReportOptions& options) { return std::make_unique<HtmlReporter>(options); }

}  // namespace gouji::report
