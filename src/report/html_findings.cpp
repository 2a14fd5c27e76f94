// SPDX-License-Identifier: Apache-2.0
#include "report/html_findings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <tuple>
#include <vector>

#include "base/utf8.hpp"
#include "report/escape.hpp"
#include "report/finding_words.hpp"
#include "report/html_marks.hpp"
#include "report/words.hpp"

namespace gouji::report {
namespace {

constexpr std::string_view kQuoteLanguage = " lang=\"zh-CN\"";

std::string_view class_of(const Finding& finding) {
  if (finding.standing.kind != Standing::Kind::open) return "x";
  return finding.severity == Severity::error ? "e" : finding.severity == Severity::warning ? "w" : "i";
}

/// Byte offset of a code point; the end when there are fewer.
std::size_t offset_of(const std::string& text, std::uint32_t position) {
  std::size_t at = 0;
  for (std::uint32_t index = 0; index < position && at < text.size(); ++index) at += utf8::length(text[at]);
  return std::min(at, text.size());
}

class ListWriter {
 public:
  ListWriter(const Outcome& outcome, const HtmlPlaces& places, const std::string& document,
             const ReportOptions& options)
      : outcome_(outcome), places_(places), document_(document), options_(options) {}

  std::string write() {
    std::string out;
    for (const Severity severity : {Severity::error, Severity::warning, Severity::info})
      out += group(chosen([&](const Finding& finding) {
                     return finding.standing.kind == Standing::Kind::open && finding.severity == severity;
                   }),
                   severity_word(severity, options_.language), severity);
    out += apart(Standing::Kind::suppressed, lang("已忽略", "Suppressed"));
    out += apart(Standing::Kind::known, lang("基线内（此前已有）", "In the baseline (known before)"));
    return out;
  }

 private:
  [[nodiscard]] const char* lang(const char* zh, const char* en) const {
    return options_.language == Language::zh ? zh : en;
  }

  /// By severity and rule, then in reading order.
  template <class Wanted>
  std::vector<std::size_t> chosen(Wanted wanted) const {
    std::vector<std::size_t> out;
    for (std::size_t index = 0; index < outcome_.findings.size(); ++index) {
      if (wanted(outcome_.findings[index])) out.push_back(index);
    }
    std::stable_sort(out.begin(), out.end(), [&](std::size_t a, std::size_t b) {
      const Finding& left = outcome_.findings[a];
      const Finding& right = outcome_.findings[b];
      return std::tie(right.severity, left.rule) < std::tie(left.severity, right.rule);
    });
    return out;
  }

  std::string items(const std::vector<std::size_t>& indexes) const {
    std::string out = "<ol class=\"fs\">\n";
    for (const std::size_t index : indexes) out += item(outcome_.findings[index], index + 1);
    return out + "</ol>\n";
  }

  std::string group(const std::vector<std::size_t>& indexes, const std::string& title, Severity severity) const {
    if (indexes.empty()) return {};
    return fmt::format(
        "<section class=\"g\" data-g=\"{}\">\n<h4 class=\"gh\">{} <span class=\"gc\">{}</span></h4>\n{}</section>\n",
        to_string(severity), title, indexes.size(), items(indexes));
  }

  std::string apart(Standing::Kind kind, const char* title) const {
    const std::vector<std::size_t> indexes =
        chosen([&](const Finding& finding) { return finding.standing.kind == kind; });
    if (indexes.empty()) return {};
    return fmt::format(
        "<details class=\"g\" data-g=\"{}\">\n<summary class=\"gh\">{} <span class=\"gc\">{}</span></summary>\n{}"
        "</details>\n",
        to_string(kind), title, indexes.size(), items(indexes));
  }

  std::string item(const Finding& finding, std::size_t number) const {
    const Language language = options_.language;
    const std::string id = fmt::format("{}f{}", document_, number);
    const auto places = static_cast<std::uint32_t>(number);
    std::string target = id;
    for (std::uint32_t each = 1; each <= finding.evidence.size(); ++each) {
      if (!places_.has(places, each)) continue;
      target = fmt::format("{}e{}", id, each);
      break;
    }
    std::string out = fmt::format(
        "<li class=\"f {}\" id=\"{}\" data-n=\"{}\" data-r=\"{}\" data-s=\"{}\">\n<a class=\"fh\" href=\"#{}\">"
        "<span class=\"fn\">{}</span> <span class=\"sv\">{}</span> <span class=\"fm\">{}</span>",
        class_of(finding), id, number, escape_xml(finding.rule), to_string(finding.severity), target, number,
        severity_word(finding.severity, language), escape_xml(in(language, finding.message)));
    const std::string& working = in(language, finding.working);
    if (!working.empty()) out += " <span class=\"fw\">" + escape_xml(working) + "</span>";
    out += " <span class=\"fp\">" + escape_xml(place_with_heading(main_place(finding), language)) + "</span></a>\n";
    return out + "<div class=\"fb\">\n" + facts(finding) + quoted(finding, id, places) + rule_line(finding) +
           "</div>\n</li>\n";
  }

  void add_fact(std::string& out, const char* name, const std::string& value) const {
    if (!value.empty()) out += fmt::format("<div><dt>{}</dt><dd>{}</dd></div>\n", name, escape_xml(value));
  }

  std::string facts(const Finding& finding) const {
    std::string out;
    add_fact(out, lang("文中", "Stated"), finding.expected.empty() ? "" : finding.actual);
    add_fact(out, lang("应为", "Expected"), finding.expected);
    add_fact(out, lang("可能", "Likely cause"), in(options_.language, finding.cause));
    add_fact(out, lang("处理", "Standing"), standing_words(finding.standing, options_.language));
    if (finding.standing.kind == Standing::Kind::suppressed)
      add_fact(out, lang("出处", "Source"), finding.standing.source);
    if (finding.standing.kind == Standing::Kind::open && finding.standing.is_compared)
      add_fact(out, lang("基线", "Baseline"), lang("新出现", "new"));
    return out.empty() ? out : "<dl class=\"fd\">\n" + out + "</dl>\n";
  }

  std::string quoted(const Finding& finding, const std::string& id, std::uint32_t number) const {
    if (finding.evidence.empty()) return {};
    std::string out = fmt::format("<ol class=\"fq\" aria-label=\"{}\">\n", lang("原文位置", "Places"));
    std::string before;
    for (std::uint32_t each = 1; each <= finding.evidence.size(); ++each) {
      const Evidence& evidence = finding.evidence[each - 1];
      std::string place = escape_xml(place_words(evidence.place, options_.language));
      if (evidence.place.heading != main_place(finding).heading && !evidence.place.heading.empty())
        place = escape_xml(one_line(evidence.place.heading)) + " › " + place;
      const char* repeats = place == before ? " again" : "";
      const std::string shown =
          fmt::format("<span class=\"k\">{}</span> <span class=\"pw{}\">{}</span>", circled(each), repeats, place);
      out += places_.has(number, each) ? fmt::format("<li><a href=\"#{}e{}\">{}</a> ", id, each, shown)
                                       : "<li>" + shown + ' ';
      out += quote(evidence) + "</li>\n";
      before = place;
    }
    return out + "</ol>\n";
  }

  static std::string quote(const Evidence& evidence) {
    const std::size_t from = offset_of(evidence.quote, evidence.mark_start);
    const std::size_t to = offset_of(evidence.quote, evidence.mark_end);
    std::string out = fmt::format("<q{}>", kQuoteLanguage);
    if (from >= to) return out + escape_xml(evidence.quote) + "</q>";
    return out + escape_xml(evidence.quote.substr(0, from)) + "<b>" +
           escape_xml(evidence.quote.substr(from, to - from)) + "</b>" + escape_xml(evidence.quote.substr(to)) + "</q>";
  }

  std::string rule_line(const Finding& finding) const {
    constexpr std::array<const char*, 3> kZh{"低", "中", "高"};
    const auto confidence = static_cast<std::size_t>(finding.confidence);
    return fmt::format("<p class=\"fr\">{} <a href=\"#{}\"><code>{}</code></a> · {}{} · {} <code>{}</code></p>\n",
                       lang("规则", "Rule"), rule_anchor(finding.rule), escape_xml(finding.rule),
                       lang("把握", "confidence "),
                       options_.language == Language::zh ? kZh.at(confidence) : to_string(finding.confidence),
                       lang("编号", "id"), escape_xml(finding.id));
  }

  const Outcome& outcome_;
  const HtmlPlaces& places_;
  const std::string& document_;
  const ReportOptions& options_;
};

}  // namespace

std::string findings_html(const Outcome& outcome, const HtmlPlaces& places, const std::string& document,
                          const ReportOptions& options) {
  return ListWriter(outcome, places, document, options).write();
}

std::string rule_anchor(const std::string& rule) {
  std::string out = "rule-";
  for (const char c : rule) {
    const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    out += is_plain ? c : '-';
  }
  return out;
}

std::string rules_html(const std::vector<std::string>& rules, const ReportOptions& options) {
  const Language language = options.language;
  const bool is_zh = language == Language::zh;
  std::string out;
  for (const std::string& id : rules) {
    out += fmt::format("<section class=\"rule\" id=\"{}\" data-r=\"{}\">\n<h3><code>{}</code> {}</h3>\n",
                       rule_anchor(id), escape_xml(id), escape_xml(id), escape_xml(rule_title(options, id)));
    const RuleInfo* rule = find_rule(options, id);
    if (rule != nullptr) {
      std::string source = rule->source;
      constexpr std::string_view kPractice = "practice";
      const std::size_t at = source.find(kPractice);
      if (is_zh && at != std::string::npos) source.replace(at, kPractice.size(), "通行做法");
      std::string facts;
      const auto add = [&](const char* zh, const char* en, const std::string& text, const char* name) {
        if (!text.empty())
          facts +=
              fmt::format("<div class=\"{}\"><dt>{}</dt><dd>{}</dd></div>\n", name, is_zh ? zh : en, escape_xml(text));
      };
      add("断言", "Asserts", in(language, rule->asserts), "ra");
      add("容差", "Tolerance", in(language, rule->tolerance), "rt");
      add("怎么改", "How to fix", in(language, rule->fix), "rx");
      add("依据", "Source", source, "ro");
      out += "<dl class=\"fd\">\n" + facts + "</dl>\n";
    }
    out += "</section>\n";
  }
  return out;
}

}  // namespace gouji::report
