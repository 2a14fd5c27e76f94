// SPDX-License-Identifier: Apache-2.0
#include "report/html_page.hpp"

#include <fmt/format.h>

#include <array>
#include <cstdint>
#include <string_view>

#include "base/sha256.hpp"
#include "report/escape.hpp"
#include "report/html_assets.hpp"
#include "report/words.hpp"

namespace gouji::report {
namespace {

// Set before the first document is laid out, so that nothing is laid out twice.
constexpr std::string_view kFirstScript = "document.documentElement.classList.add('js')";

std::string base64(const std::uint8_t* bytes, std::size_t size) {
  constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t at = 0; at < size; at += 3) {
    std::uint32_t group = 0;
    for (std::size_t each = 0; each < 3; ++each) group = group << 8u | (at + each < size ? bytes[at + each] : 0u);
    for (std::size_t each = 0; each < 4; ++each)
      out += at + each <= size ? kDigits[group >> (18u - 6u * each) & 63u] : '=';
  }
  return out;
}

/// As a source of a content security policy: only these very bytes may run.
std::string hash_source(std::string_view content) {
  const std::array<std::uint8_t, 32> digest = sha256(content);
  return "'sha256-" + base64(digest.data(), digest.size()) + "'";
}

struct Key {
  const char* keys;
  const char* zh;
  const char* en;
};

constexpr std::array<Key, 8> kKeys{
    {{"j k ↓ ↑", "下一个、上一个问题（方向键在列表里）", "next, previous finding (arrows within the list)"},
     {"n p → ←", "下一处、上一处原文（方向键在列表里）", "next, previous place (arrows within the list)"},
     {"Enter", "到原文那一处", "go to the place in the text"},
     {"Esc", "回到列表；取消选中；清空搜索", "back to the list; choose none; clear the search"},
     {"/", "搜索问题", "search the findings"},
     {"[ ]", "上一份、下一份文件", "previous, next document"},
     {"o", "全部文件", "all documents"},
     {"?", "这张表", "this table"}}};

class Page {
 public:
  explicit Page(const ReportOptions& options) : options_(options), is_zh_(options.language == Language::zh) {}

  std::string begin() const {
    return head() + "<body" + words() + ">\n" + "<a class=\"skip\" href=\"#main\">" +
           lang("跳到报告", "Skip to the report") + "</a>\n" + bar() + tools() + help() +
           "<p class=\"vh\" id=\"say\" role=\"status\"></p>\n<main id=\"main\" tabindex=\"-1\">\n<h1 class=\"vh\">" +
           title() + "</h1>\n";
  }

  std::string end() const {
    return "</main>\n" + now() +
           fmt::format("<footer class=\"foot\">\n<p>{}</p>\n<p>gouji {} · {} <code>{}</code></p>\n</footer>\n",
                       lang("列出的是文中对不上的地方，改哪一边由报告的作者对照原文定；没有列出的，以核对范围为准。",
                            "Listed is where the documents contradict themselves; which side to change is for their "
                            "authors. What is not listed is covered only as far as the coverage says."),
                       escape_xml(options_.version), lang("规则", "rules"),
                       escape_xml(options_.rules_hash.substr(0, 16))) +
           "<script>" + std::string(report_js()) + "</script>\n</body>\n</html>\n";
  }

 private:
  [[nodiscard]] const char* lang(const char* zh, const char* en) const { return is_zh_ ? zh : en; }
  [[nodiscard]] const char* title() const { return lang("勾稽检查报告", "gouji report"); }

  std::string head() const {
    return fmt::format(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src {} {}; style-src {}; "
        "base-uri 'none'; form-action 'none'\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n"
        "<meta name=\"generator\" content=\"gouji {}\">\n<title>{}</title>\n<script>{}</script>\n<style>{}</style>\n"
        "</head>\n",
        is_zh_ ? "zh-CN" : "en", hash_source(kFirstScript), hash_source(report_js()), hash_source(report_css()),
        escape_xml(options_.version), title(), kFirstScript, report_css());
  }

  /// What the script says.
  std::string words() const {
    return fmt::format(" data-w-shown=\"{}\" data-w-finding=\"{}\" data-w-place=\"{}\" data-w-none=\"{}\"",
                       lang("{0} / {1} 处", "{0} of {1}"), lang("问题 {0}", "Finding {0}"),
                       lang("位置 {0} / {1}", "place {0} of {1}"), lang("没有符合条件的问题", "no finding matches"));
  }

  std::string bar() const {
    return fmt::format(
        "<header class=\"bar\">\n<p class=\"brand\"><b>勾稽</b> {0}</p>\n"
        "<div class=\"pick js-only\" id=\"pick\" hidden>\n<button type=\"button\" data-do=\"all\">{1}</button>\n"
        "<button type=\"button\" data-do=\"before\" aria-label=\"{2}\">‹</button>\n"
        "<select id=\"file\" aria-label=\"{3}\"></select>\n"
        "<button type=\"button\" data-do=\"after\" aria-label=\"{4}\">›</button>\n</div>\n"
        "<nav aria-label=\"{5}\">\n<a href=\"#rules\">{6}</a>\n"
        "<button type=\"button\" class=\"js-only\" data-do=\"help\" aria-haspopup=\"dialog\">{7} <kbd>?</kbd></button>\n"
        "</nav>\n</header>\n",
        lang("检查报告", "report"), lang("全部文件", "All documents"), lang("上一份", "Previous document"),
        lang("文件", "Document"), lang("下一份", "Next document"), lang("报告", "Report"), lang("规则说明", "Rules"),
        lang("快捷键", "Keys"));
  }

  /// One set; the script puts it to the list of the document that is shown.
  std::string tools() const {
    std::string out = fmt::format(
        "<form class=\"tools js-only\" id=\"tools\" role=\"search\" aria-label=\"{0}\" hidden>\n"
        "<input type=\"search\" id=\"q\" aria-label=\"{1}\" placeholder=\"{1}\" autocomplete=\"off\" spellcheck=\"false\">\n"
        "<div class=\"sevs\" role=\"group\" aria-label=\"{2}\">\n",
        lang("筛选问题", "Filter findings"), lang("搜索问题、原文、验算", "Search findings, quotes, workings"),
        lang("级别", "Severity"));
    for (const Severity severity : {Severity::error, Severity::warning, Severity::info})
      out += fmt::format(
          "<button type=\"button\" class=\"{}\" data-sev=\"{}\" aria-pressed=\"true\"><span class=\"sv\">"
          "{}</span> <b></b></button>\n",
          to_string(severity)[0], to_string(severity), severity_word(severity, options_.language));
    return out +
           fmt::format(
               "</div>\n<div class=\"picks\">\n<select id=\"rule\" aria-label=\"{0}\">\n<option value=\"\">{1}</option>\n"
               "</select>\n<select id=\"sort\" aria-label=\"{2}\">\n<option value=\"severity\">{3}</option>\n"
               "<option value=\"text\">{4}</option>\n</select>\n</div>\n<p class=\"hits\" id=\"hits\"></p>\n</form>\n",
               lang("规则", "Rule"), lang("全部规则", "All rules"), lang("次序", "Order"),
               lang("按级别、规则", "By severity, rule"), lang("按原文次序", "As in the text"));
  }

  std::string help() const {
    std::string out =
        fmt::format("<dialog id=\"help\" aria-labelledby=\"help-title\">\n<h2 id=\"help-title\">{}</h2>\n<table>\n",
                    lang("快捷键", "Keys"));
    for (const Key& key : kKeys) {
      out += "<tr><th scope=\"row\">";
      std::string_view keys = key.keys;
      while (!keys.empty()) {
        const std::size_t end = std::min(keys.find(' '), keys.size());
        out += "<kbd>" + escape_xml(std::string(keys.substr(0, end))) + "</kbd> ";
        keys.remove_prefix(std::min(end + 1, keys.size()));
      }
      out += fmt::format("</th><td>{}</td></tr>\n", lang(key.zh, key.en));
    }
    return out + fmt::format(
                     "</table>\n<p><label><input type=\"checkbox\" id=\"keys\" checked> {}</label></p>\n<p>{}</p>\n"
                     "<form method=\"dialog\"><button>{}</button></form>\n</dialog>\n",
                     lang("启用单键快捷键", "Single keys are on"),
                     lang("打印的是正在看的这份文件：先原文，后问题，编号对应。",
                          "Printed is the document in view: its text, then the findings, by number."),
                     lang("关闭", "Close"));
  }

  /// The chosen finding at the foot of a narrow screen, where the list is out of sight.
  std::string now() const {
    return fmt::format(
        "<aside class=\"now js-only\" id=\"now\" aria-label=\"{}\" hidden>\n<p class=\"nt\"></p>\n<div>\n"
        "<button type=\"button\" data-do=\"list\">{}</button>\n<span class=\"np\"></span>\n"
        "<button type=\"button\" data-do=\"back\" aria-label=\"{}\">‹</button>\n"
        "<button type=\"button\" data-do=\"on\" aria-label=\"{}\">›</button>\n</div>\n</aside>\n",
        lang("选中的问题", "Chosen finding"), lang("回到列表", "Back to the list"),
        lang("上一处原文", "Previous place"), lang("下一处原文", "Next place"));
  }

  const ReportOptions& options_;
  bool is_zh_;
};

}  // namespace

std::string page_begin(const ReportOptions& options) { return Page(options).begin(); }

std::string page_end(const ReportOptions& options) { return Page(options).end(); }

}  // namespace gouji::report
