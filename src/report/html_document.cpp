// SPDX-License-Identifier: Apache-2.0
#include "report/html_document.hpp"

#include <fmt/format.h>

#include <array>
#include <tuple>

#include "report/escape.hpp"
#include "report/finding_words.hpp"
#include "report/html_findings.hpp"
#include "report/html_places.hpp"
#include "report/html_text.hpp"
#include "report/words.hpp"

namespace gouji::report {
namespace {

class DocumentWriter {
 public:
  DocumentWriter(const Outcome& outcome, std::size_t number, const ReportOptions& options)
      : outcome_(outcome), options_(options), id_(fmt::format("d{}", number)) {
    tally_.add(outcome);
  }

  std::string section() const {
    const bool has_failed = outcome_.status == Status::failed;
    const std::string path = escape_xml(outcome_.path);
    std::string out = fmt::format(
        "<section class=\"doc{0}\" id=\"{1}\" aria-labelledby=\"{1}t\" data-open=\"{2} {3} {4}\">\n"
        "<header class=\"dh\">\n<h2 id=\"{1}t\">{5}</h2>\n",
        has_failed ? " failed" : "", id_, tally_.errors, tally_.warnings, tally_.infos, path);
    if (has_failed) return out + failure() + notes_html(outcome_.notes, options_.language) + "</header>\n</section>\n";
    out += counts() + coverage() + notes_html(outcome_.notes, options_.language) + "</header>\n";
    const HtmlPlaces places(outcome_);
    return out + "<div class=\"cols\">\n" + list(places) + text(places) + "</div>\n</section>\n";
  }

  std::string row() const {
    const std::string link =
        fmt::format("<th scope=\"row\"><a href=\"#{}\">{}</a></th>", id_, escape_xml(outcome_.path));
    if (outcome_.status == Status::failed) {
      const Error error = outcome_.error.value_or(Error{});
      return fmt::format(
          "<tr class=\"failed\">{}<td colspan=\"8\"><span class=\"bad\">{}</span> {} <code>{}</code></td></tr>\n", link,
          lang("无法检查", "Could not be checked"), escape_xml(in(options_.language, error.message)),
          escape_xml(error.code));
    }
    const VerdictCounts& relations = outcome_.coverage.relations;
    std::string out = fmt::format("<tr>{}<td>{}</td>", link, escape_xml(genre_word(outcome_.genre, options_.language)));
    const std::array<std::tuple<std::uint32_t, const char*>, 5> counts{
        {{tally_.errors, "e"},
         {tally_.warnings, "w"},
         {tally_.infos, "i"},
         {tally_.suppressed + tally_.known, "x"},
         {relations.total() - relations.not_comparable, ""}}};
    for (const auto& [count, name] : counts)
      out += fmt::format("<td class=\"num {}\">{}</td>", count == 0 ? "zero" : name, count);
    out += fmt::format("<td class=\"num\">{}</td><td class=\"num\">{}</td>", relations.not_comparable,
                       outcome_.notes.size());
    return out + "</tr>\n";
  }

 private:
  [[nodiscard]] const char* lang(const char* zh, const char* en) const {
    return options_.language == Language::zh ? zh : en;
  }

  std::string failure() const {
    const Error error = outcome_.error.value_or(Error{});
    std::string out = fmt::format("<p class=\"fail\"><b class=\"bad\">{}</b> {} <code>{}</code></p>\n",
                                  lang("无法检查", "Could not be checked"),
                                  escape_xml(in(options_.language, error.message)), escape_xml(error.code));
    const std::string& hint = in(options_.language, error.hint);
    if (!hint.empty()) out += fmt::format("<p>{}{}</p>\n", lang("办法：", "Hint: "), escape_xml(hint));
    if (!error.where.empty() && error.where != outcome_.path)
      out += fmt::format("<p class=\"meta\">{}</p>\n", escape_xml(error.where));
    return out;
  }

  std::string counts() const {
    std::string out = "<ul class=\"counts\">\n";
    const std::array<std::tuple<Severity, std::uint32_t>, 3> open{
        {{Severity::error, tally_.errors}, {Severity::warning, tally_.warnings}, {Severity::info, tally_.infos}}};
    for (const auto& [severity, count] : open)
      out += fmt::format("<li class=\"{}{}\"><span class=\"sv\">{}</span> <b>{}</b></li>\n", to_string(severity)[0],
                         count == 0 ? " zero" : "", severity_word(severity, options_.language), count);
    if (tally_.suppressed > 0)
      out += fmt::format("<li class=\"x\">{} <b>{}</b></li>\n", lang("已忽略", "suppressed"), tally_.suppressed);
    if (tally_.known > 0)
      out += fmt::format("<li class=\"x\">{} <b>{}</b></li>\n", lang("基线内", "in the baseline"), tally_.known);
    const std::string genre = genre_word(outcome_.genre, options_.language);
    if (!genre.empty()) out += fmt::format("<li class=\"gn\">{}</li>\n", escape_xml(genre));
    return out + "</ul>\n";
  }

  std::string coverage() const {
    const Coverage& coverage = outcome_.coverage;
    std::string out = "<details class=\"cov\">\n<summary>";
    out += escape_xml(coverage_words(coverage.relations, options_.language));
    out += fmt::format("</summary>\n<p class=\"meta\">{}</p>\n",
                       fmt::format(fmt::runtime(lang("读到 {} 段、{} 张表、{} 个数字和名称；sha256 {}",
                                                     "{} paragraphs, {} tables, {} figures and names read; sha256 {}")),
                                   coverage.paragraphs, coverage.tables, coverage.facts, escape_xml(outcome_.sha256)));
    if (coverage.rules.empty()) return out + "</details>\n";
    out += fmt::format(
        "<div class=\"wide\" role=\"group\" aria-label=\"{0}\" tabindex=\"0\">\n<table class=\"sheet\">\n<thead><tr>"
        "<th scope=\"col\">{1}</th><th scope=\"col\" class=\"num\">{2}</th><th scope=\"col\" class=\"num\">{3}</th>"
        "<th scope=\"col\" class=\"num\">{4}</th><th scope=\"col\" class=\"num\">{5}</th><th scope=\"col\">{6}</th></tr>"
        "</thead>\n<tbody>\n",
        lang("核对范围", "Coverage"), lang("规则", "Rule"), lang("相符", "Hold"), lang("不符", "Contradicted"),
        lang("尾差", "Rounding"), lang("无法比较", "Not comparable"), lang("无法比较的原因", "Why not comparable"));
    for (const RuleCoverage& rule : coverage.rules) {
      std::string reasons;
      for (const std::string& reason : rule.reasons) reasons += (reasons.empty() ? "" : lang("；", "; ")) + reason;
      out += fmt::format("<tr><th scope=\"row\">{} <code>{}</code></th>", escape_xml(rule_title(options_, rule.rule)),
                         escape_xml(rule.rule));
      for (const std::uint32_t count :
           {rule.verdicts.holds, rule.verdicts.contradicted, rule.verdicts.rounding, rule.verdicts.not_comparable})
        out += fmt::format("<td class=\"num{}\">{}</td>", count == 0 ? " zero" : "", count);
      out += "<td>" + escape_xml(reasons) + "</td></tr>\n";
    }
    return out + "</tbody>\n</table>\n</div>\n</details>\n";
  }

  std::string list(const HtmlPlaces& places) const {
    std::string out = fmt::format(
        "<section class=\"list\" id=\"{0}l\" aria-labelledby=\"{0}lh\" tabindex=\"-1\">\n<h3 id=\"{0}lh\">{1}</h3>\n"
        "<a class=\"skip\" href=\"#{0}x\">{2}</a>\n",
        id_, lang("问题", "Findings"), lang("跳过问题，到原文", "Skip the findings"));
    if (tally_.errors + tally_.warnings + tally_.infos == 0)
      out += "<p class=\"clean\">" + escape_xml(clean_words(outcome_, options_.language)) + "</p>\n";
    return out + findings_html(outcome_, places, id_, options_) + "</section>\n";
  }

  std::string text(const HtmlPlaces& places) const {
    std::string out = fmt::format(
        "<section class=\"text\" id=\"{0}x\" aria-labelledby=\"{0}xh\" tabindex=\"-1\">\n<h3 class=\"vh\" id=\"{0}xh\">{1}"
        "</h3>\n",
        id_, lang("原文", "Text of the document"));
    if (!outcome_.text)
      return out + "<p class=\"clean\">" + lang("没有附上原文。", "The text of the document is not attached.") +
             "</p>\n</section>\n";
    return out + "<article class=\"paper\" lang=\"zh-CN\">\n" + text_html(outcome_, places, id_, options_.language) +
           "</article>\n</section>\n";
  }

  const Outcome& outcome_;
  const ReportOptions& options_;
  std::string id_;
  Tally tally_;
};

}  // namespace

std::string document_html(const Outcome& outcome, std::size_t number, const ReportOptions& options) {
  return DocumentWriter(outcome, number, options).section();
}

std::string overview_row(const Outcome& outcome, std::size_t number, const ReportOptions& options) {
  return DocumentWriter(outcome, number, options).row();
}

std::string overview_head(Language language) {
  struct Column {
    const char* zh;
    const char* en;
    bool is_number;
  };
  constexpr std::array<Column, 9> kColumns{{{"文件", "Document", false},
                                            {"文种", "Genre", false},
                                            {"错误", "Errors", true},
                                            {"警告", "Warnings", true},
                                            {"提示", "Infos", true},
                                            {"已忽略、基线内", "Suppressed, known", true},
                                            {"核对关系", "Relations judged", true},
                                            {"无法比较", "Not comparable", true},
                                            {"说明", "Notes", true}}};
  std::string out = "<tr>";
  for (const Column& column : kColumns)
    out += fmt::format("<th scope=\"col\"{}>{}</th>", column.is_number ? " class=\"num\"" : "",
                       language == Language::zh ? column.zh : column.en);
  return out + "</tr>\n";
}

std::string notes_html(const std::vector<Note>& notes, Language language) {
  if (notes.empty()) return {};
  constexpr std::size_t kShown = 6;
  std::string out = fmt::format(
      "<details class=\"notes\"{}>\n<summary>{} <span class=\"gc\">{}</span></summary>\n<ul>\n",
      notes.size() <= kShown ? " open" : "",
      language == Language::zh ? "说明：没有读到、没有判断的" : "Notes: what was not read or not judged", notes.size());
  for (const Note& note : notes) {
    out += "<li>" + escape_xml(in(language, note.message));
    if (!note.where.empty()) out += " <code>" + escape_xml(note.where) + "</code>";
    out += "</li>\n";
  }
  return out + "</ul>\n</details>\n";
}

}  // namespace gouji::report
