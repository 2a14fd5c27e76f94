// SPDX-License-Identifier: Apache-2.0
#include "report/csv.hpp"

#include <string_view>

#include "base/utf8.hpp"
#include "report/finding_words.hpp"
#include "report/words.hpp"

namespace gouji::report {
namespace {

bool is_number(std::string_view text) {
  if (text.starts_with("-") || text.starts_with("+")) text.remove_prefix(1);
  return !text.empty() && text.find_first_not_of("0123456789.,%") == std::string_view::npos;
}

/// A spreadsheet would run a field that begins so as a formula, quotes or not; an apostrophe makes it text. Figures
/// stay figures.
std::string field(const std::string& text) {
  std::string valid = utf8::sanitize(text);
  if (!valid.empty() && std::string_view("=+-@\t\r").find(valid.front()) != std::string_view::npos &&
      !is_number(valid)) {
    valid.insert(0, 1, '\'');
  }
  std::string out = "\"";
  for (const char c : valid) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

std::string row(const std::vector<std::string>& fields) {
  std::string out;
  for (const std::string& each : fields) out += (out.empty() ? "" : ",") + field(each);
  return out + "\r\n";
}

/// A row that is about a document, not about a finding.
std::string plain_row(const std::string& path, const std::string& status, const std::string& code,
                      const std::string& message) {
  return row({path, status, "", code, "", message, "", "", "", "", "", "", "", "", "", ""});
}

class CsvReporter final : public Reporter {
 public:
  explicit CsvReporter(const ReportOptions& options) : options_(options) {}

  std::string open() override {
    constexpr const char* kByteOrderMark = "\xEF\xBB\xBF";
    const bool is_zh = options_.language == Language::zh;
    return kByteOrderMark +
           (is_zh ? row({"文件", "状态", "级别", "规则", "规则名称", "问题", "标题", "位置", "验算", "应为", "文中",
                         "可能原因", "原文", "处理", "编号", "把握"})
                  : row({"file", "status", "severity", "rule", "rule title", "message", "heading", "place", "working",
                         "expected", "stated", "likely cause", "quotes", "standing", "id", "confidence"}));
  }

  std::string document(const Outcome& outcome) override {
    const Language language = options_.language;
    const bool is_zh = language == Language::zh;
    if (outcome.error) {
      return row({outcome.path, is_zh ? "无法检查" : "failed", "", outcome.error->code, "",
                  in(language, outcome.error->message), "", "", "", "", "", in(language, outcome.error->hint), "", "",
                  "", ""});
    }
    const char* checked = is_zh ? "已检查" : "checked";
    std::string out;
    if (outcome.findings.empty())
      out += plain_row(outcome.path, checked, "", coverage_words(outcome.coverage.relations, language));
    for (const Note& note : outcome.notes)
      out += plain_row(outcome.path, is_zh ? "说明" : "note", note.code, in(language, note.message));
    for (const Finding& finding : outcome.findings) {
      const Place& place = main_place(finding);
      const std::string standing = standing_words(finding.standing, language);
      out +=
          row({outcome.path, checked, severity_word(finding.severity, language), finding.rule,
               rule_title(options_, finding.rule), in(language, finding.message), place.heading,
               place_words(place, language), in(language, finding.working), finding.expected, finding.actual,
               in(language, finding.cause), lines_of(quotes(finding, language)),
               standing.empty() ? (is_zh ? "待处理" : "open") : standing, finding.id, to_string(finding.confidence)});
    }
    return out;
  }

  std::string close(const std::vector<Note>& notes) override {
    std::string out;
    for (const Note& note : notes)
      out += plain_row("", options_.language == Language::zh ? "说明" : "note", note.code,
                       in(options_.language, note.message));
    return out;
  }

 private:
  ReportOptions options_;
};

}  // namespace

std::unique_ptr<Reporter> make_csv(const ReportOptions& options) { return std::make_unique<CsvReporter>(options); }

}  // namespace gouji::report
