// SPDX-License-Identifier: Apache-2.0
#include "report/html.hpp"

#include <fmt/format.h>

#include "report/escape.hpp"
#include "report/finding_words.hpp"
#include "report/html_assets.hpp"
#include "report/html_text.hpp"
#include "report/words.hpp"

namespace gouji::report {
namespace {

class HtmlReporter final : public Reporter {
 public:
  explicit HtmlReporter(const ReportOptions& options) : options_(options) {}

  std::string open() override {
    std::string out = "<!DOCTYPE html>\n<html lang=\"";
    out += lang("zh-CN", "en");
    out += "\">\n<head>\n<meta charset=\"utf-8\">\n";
    out +=
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
        "script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n";
    out +=
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" "
        "content=\"light dark\">\n";
    out += fmt::format("<title>{}</title>\n<style>\n{}</style>\n</head>\n<body>\n",
                       lang("gouji 勾稽检查报告", "gouji report"), kReportCss);
    out += fmt::format("<a class=\"skip\" href=\"#overview\">{}</a>\n", lang("跳到总览", "skip to the overview"));
    out += fmt::format("<main>\n<h1>{}</h1>\n", lang("勾稽检查报告", "gouji report"));
    return out + controls();
  }

  std::string document(const Outcome& outcome) override {
    tally_.add(outcome);
    const std::string id = fmt::format("d{}", tally_.documents);
    Tally own;
    own.add(outcome);
    add_row(outcome, own, id);
    std::string out = fmt::format("<article class=\"document\" id=\"{}\" aria-labelledby=\"{}h\">\n", id, id);
    out += fmt::format("<header><h2 id=\"{}h\">{}</h2>\n", id, escape_xml(one_line(outcome.path)));
    const std::string genre = genre_word(outcome.genre, options_.language);
    if (!genre.empty()) out += "<p class=\"genre\">" + escape_xml(genre) + "</p>\n";
    if (outcome.error) {
      out += fmt::format(
          "<p class=\"failed\"><strong>{}</strong>{} <code>{}</code></p>\n<p>{}</p>\n</header>\n</article>\n",
          lang("无法检查：", "Could not be checked: "),
          escape_xml(one_line(in(options_.language, outcome.error->message))), escape_xml(outcome.error->code),
          escape_xml(one_line(in(options_.language, outcome.error->hint))));
      return out;
    }
    out += "<p class=\"counts\">" + escape_xml(clean_words(own, outcome.coverage.relations)) + "</p>\n";
    out += notes_html(outcome.notes) + "</header>\n<div class=\"columns\">\n";
    const std::string text = html_text(outcome, id, options_.language);
    if (!text.empty())
      out += fmt::format("<section class=\"text\" aria-label=\"{}\">\n", lang("原文", "text")) + text + "</section>\n";
    out += fmt::format("<section class=\"list\" aria-label=\"{}\">\n<ol>\n", lang("问题", "findings"));
    for (std::size_t index = 0; index < outcome.findings.size(); ++index)
      out += item(outcome.findings[index], id, index, outcome.text != nullptr);
    return out + "</ol>\n</section>\n</div>\n</article>\n";
  }

  std::string close(const std::vector<Note>& notes) override {
    std::string out = fmt::format("<nav id=\"overview\" aria-label=\"{}\">\n<p class=\"counts\">{}</p>\n",
                                  lang("总览", "overview"), escape_xml(tally_.words(options_.language)));
    out += notes_html(notes);
    if (tally_.documents > 1) {
      out += fmt::format(
          "<table>\n<tr><th scope=\"col\">{}</th><th scope=\"col\">{}</th><th scope=\"col\">{}</th><th scope=\"col\">{}</th>"
          "<th scope=\"col\">{}</th></tr>\n{}</table>\n",
          lang("文件", "document"), lang("错误", "errors"), lang("警告", "warnings"), lang("提示", "infos"),
          lang("核对", "judged"), rows_);
    }
    out += fmt::format("<p class=\"made\">gouji {} · {} {}</p>\n</nav>\n</main>\n", escape_xml(options_.version),
                       lang("规则", "rules"), escape_xml(options_.rules_hash.substr(0, 12)));
    return out + "<p id=\"status\" role=\"status\" class=\"unseen\"></p>\n<script>\n" + std::string(kReportJs) +
           "</script>\n</body>\n</html>\n";
  }

 private:
  [[nodiscard]] const char* lang(const char* zh, const char* en) const {
    return options_.language == Language::zh ? zh : en;
  }

  [[nodiscard]] std::string controls() const {
    std::string out = fmt::format("<form class=\"controls\" role=\"search\" aria-label=\"{}\" hidden>\n",
                                  lang("筛选问题", "filter the findings"));
    for (const Severity severity : {Severity::error, Severity::warning, Severity::info}) {
      out += fmt::format("<label class=\"{0}\"><input type=\"checkbox\" name=\"{0}\" checked> {1}</label>\n",
                         to_string(severity), severity_word(severity, options_.language));
    }
    out += fmt::format("<label class=\"closed\"><input type=\"checkbox\" name=\"closed\"> {}</label>\n",
                       lang("已忽略、基线内", "suppressed or known"));
    out += fmt::format("<label>{} <input type=\"search\" name=\"words\" autocomplete=\"off\"></label>\n",
                       lang("查找", "Search"));
    return out + fmt::format("<span class=\"keys\">{}</span>\n</form>\n",
                             lang("j / k 下一处、上一处；n 换一个位置；/ 查找；Esc 取消",
                                  "j / k next, previous; n another place of it; / search; Esc none"));
  }

  /// A clean bill never goes without what was judged.
  [[nodiscard]] std::string clean_words(const Tally& own, const VerdictCounts& relations) const {
    if (own.errors + own.warnings + own.infos + own.suppressed + own.known > 0) return own.words(options_.language);
    if (relations.total() == 0) return lang("没有遇到可以核对的关系", "no relation was met that could be judged");
    return lang("没有发现矛盾；", "no contradiction; ") + coverage_words(relations, options_.language);
  }

  [[nodiscard]] std::string notes_html(const std::vector<Note>& notes) const {
    if (notes.empty()) return {};
    std::string out = fmt::format("<details class=\"notes\"><summary>{}</summary>\n<ul>\n",
                                  fmt::format(fmt::runtime(lang("说明 {} 条", "{} notes")), notes.size()));
    for (const Note& note : notes) {
      out += "<li>" + escape_xml(one_line(in(options_.language, note.message)));
      if (!note.where.empty()) out += " <code>" + escape_xml(one_line(note.where)) + "</code>";
      out += "</li>\n";
    }
    return out + "</ul></details>\n";
  }

  void add_row(const Outcome& outcome, const Tally& own, const std::string& id) {
    rows_ += fmt::format("<tr><td><a href=\"#{}\">{}</a></td>", id, escape_xml(one_line(outcome.path)));
    if (outcome.error) {
      rows_ += fmt::format("<td colspan=\"4\">{}{}</td></tr>\n", lang("无法检查：", "could not be checked: "),
                           escape_xml(one_line(in(options_.language, outcome.error->message))));
      return;
    }
    const VerdictCounts& relations = outcome.coverage.relations;
    rows_ += fmt::format("<td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>\n", own.errors, own.warnings, own.infos,
                         relations.total() - relations.not_comparable);
  }

  [[nodiscard]] std::string item(const Finding& finding, const std::string& document, std::size_t index,
                                 bool has_text) const {
    const Language language = options_.language;
    const std::string id = fmt::format("{}f{}", document, index + 1);
    const bool is_open = finding.standing.kind == Standing::Kind::open;
    std::string out = fmt::format(
        "<li id=\"{}\" value=\"{}\" class=\"finding {}\" data-severity=\"{}\" tabindex=\"0\">\n", id, index + 1,
        is_open ? to_string(finding.severity) : "closed", is_open ? to_string(finding.severity) : "closed");
    out += fmt::format(
        "<p class=\"head\"><span class=\"number\">{}</span> <b class=\"severity\">{}</b> <strong>{}</strong></p>\n",
        index + 1, severity_word(finding.severity, language), escape_xml(one_line(in(language, finding.message))));
    if (!is_open) out += "<p class=\"standing\">" + escape_xml(standing_words(finding.standing, language)) + "</p>\n";
    for (const std::string& line : details(finding, language))
      out += "<p class=\"line\">" + escape_xml(line) + "</p>\n";
    out += "<ul class=\"places\">\n";
    for (std::size_t k = 0; k < finding.evidence.size(); ++k) {
      const Evidence& evidence = finding.evidence[k];
      const std::string place =
          escape_xml(k == 0 ? place_with_heading(evidence.place, language) : place_words(evidence.place, language));
      out += has_text ? fmt::format("<li><a href=\"#{}e{}\">{}</a> ", id, k, place) : "<li>" + place + " ";
      out += "<q>" + escape_xml(one_line(evidence.quote)) + "</q></li>\n";
    }
    out += "</ul>\n<details><summary><code>" + escape_xml(finding.rule) + "</code></summary>\n";
    if (const RuleInfo* rule = find_rule(options_, finding.rule); rule != nullptr) {
      const auto line = [&](const char* label, const std::string& text) {
        if (!text.empty()) out += fmt::format("<p>{}{}</p>\n", label, escape_xml(text));
      };
      line(lang("断言：", "Asserts: "), in(language, rule->asserts));
      line(lang("怎么改：", "How to fix: "), in(language, rule->fix));
      line(lang("依据：", "Source: "), rule->source == "practice" ? lang("审核实务", "practice") : rule->source);
    }
    return out +
           fmt::format("<p>{} <code>{}</code></p>\n</details>\n</li>\n", lang("编号", "id"), escape_xml(finding.id));
  }

  ReportOptions options_;
  Tally tally_;
  std::string rows_;
};

}  // namespace

std::unique_ptr<Reporter> make_html(const ReportOptions& options) { return std::make_unique<HtmlReporter>(options); }

}  // namespace gouji::report
