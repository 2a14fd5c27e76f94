// SPDX-License-Identifier: Apache-2.0
#include "report/xlsx.hpp"

#include <fmt/format.h>

#include <array>
#include <map>
#include <optional>

#include "report/finding_words.hpp"
#include "report/words.hpp"
#include "report/xlsx_file.hpp"

namespace gouji::report {
namespace {

CellStyle style_of(Severity severity) {
  return by_severity(severity, CellStyle::info, CellStyle::warning, CellStyle::error);
}

class XlsxReporter final : public Reporter {
 public:
  explicit XlsxReporter(const ReportOptions& options) : options_(options) {
    has_failed_ = !file_.is_open();
    if (has_failed_) return;
    summary_.emplace(file_.add(lang("汇总", "Summary")));
    findings_.emplace(file_.add(lang("问题", "Findings")));
    coverage_.emplace(file_.add(lang("覆盖", "Coverage")));
    rules_.emplace(file_.add(lang("规则", "Rules")));
    begin_sheets();
  }

  std::string open() override { return {}; }

  std::string document(const Outcome& outcome) override {
    if (!file_.is_open()) return {};
    tally_.add(outcome);
    add_summary(outcome);
    const std::string document_link = link_to(outcome.path);
    for (const Finding& finding : outcome.findings) add_finding(outcome.path, document_link, finding);
    for (const RuleCoverage& rule : outcome.coverage.rules) {
      const VerdictCounts& counts = rule.verdicts;
      coverage_->row({one_line(outcome.path), rule.rule, rule_title(options_, rule.rule), "", "", "", "",
                      one_line(lines_of(rule.reasons))},
                     {}, rule_link(rule.rule, 1));
      coverage_->number(3, counts.holds);
      coverage_->number(4, counts.contradicted);
      coverage_->number(5, counts.rounding);
      coverage_->number(6, counts.not_comparable);
    }
    for (const Note& note : outcome.notes)
      coverage_->row({one_line(outcome.path), note.code, lang("没有读到或没有判断", "not read or not judged"), "", "",
                      "", "", one_line(in(options_.language, note.message))},
                     {CellStyle::plain, CellStyle::muted, CellStyle::muted});
    return {};
  }

  std::string close(const std::vector<Note>& notes) override {
    if (!file_.is_open()) return {};
    summary_->row({tally_.words(options_.language)}, {CellStyle::title});
    for (const Note& note : notes) summary_->row({one_line(in(options_.language, note.message))}, {CellStyle::muted});
    findings_->end();
    coverage_->end();
    for (const RuleInfo& rule : options_.rules) {
      rules_->row({rule.id, in(options_.language, rule.title), severity_word(rule.severity, options_.language), "", "",
                   in(options_.language, rule.asserts), in(options_.language, rule.tolerance), rule.source,
                   in(options_.language, rule.fix)});
      const auto count = by_rule_.find(rule.id);
      rules_->number(3, count == by_rule_.end() ? 0 : count->second[0]);
      rules_->number(4, count == by_rule_.end() ? 0 : count->second[1]);
    }
    rules_->end();
    std::string bytes = file_.take();
    has_failed_ = bytes.empty();
    return bytes;
  }

  [[nodiscard]] bool has_failed() const override { return has_failed_; }

 private:
  [[nodiscard]] const char* lang(const char* zh, const char* en) const {
    return options_.language == Language::zh ? zh : en;
  }

  void begin_sheets() {
    const bool is_zh = options_.language == Language::zh;
    using Header = std::vector<std::string>;
    summary_->begin(is_zh
                        ? Header{"文件", "状态", "文种", "错误", "警告", "提示", "已忽略", "基线内", "核对关系", "说明"}
                        : Header{"file", "status", "genre", "errors", "warnings", "infos", "suppressed", "known",
                                 "relations judged", "note"},
                    {48, 10, 18, 8, 8, 8, 8, 8, 12, 60});
    findings_->begin(is_zh ? Header{"文件", "级别", "规则", "问题", "标题", "位置", "验算", "应为", "文中", "可能原因",
                                    "原文", "处理", "编号"}
                           : Header{"file", "severity", "rule", "message", "heading", "place", "working", "expected",
                                    "stated", "likely cause", "quotes", "standing", "id"},
                     {30, 8, 24, 34, 30, 18, 44, 16, 16, 30, 60, 20, 19});
    coverage_->begin(
        is_zh ? Header{"文件", "规则", "名称", "相符", "不符", "尾差", "无法比较", "原因"}
              : Header{"file", "rule", "title", "hold", "contradicted", "rounding", "not comparable", "reasons"},
        {30, 26, 36, 8, 8, 8, 10, 50});
    rules_->begin(is_zh ? Header{"规则", "名称", "级别", "待处理", "全部", "断言", "容差", "依据", "怎么改"}
                        : Header{"rule", "title", "severity", "open", "all", "asserts", "tolerance", "source", "fix"},
                  {26, 36, 8, 8, 8, 44, 24, 24, 50});
  }

  void add_summary(const Outcome& outcome) {
    Tally own;
    own.add(outcome);
    const bool has_failed = outcome.status == Status::failed;
    const std::string note = outcome.error ? in(options_.language, outcome.error->message) + "\n" +
                                                 in(options_.language, outcome.error->hint)
                                           : coverage_words(outcome.coverage.relations, options_.language);
    summary_->row({one_line(outcome.path), has_failed ? lang("无法检查", "failed") : lang("已检查", "checked"),
                   genre_word(outcome.genre, options_.language), "", "", "", "", "", "", note},
                  {CellStyle::plain, has_failed ? CellStyle::error : CellStyle::plain}, {{0, link_to(outcome.path)}});
    const std::array<std::uint32_t, 5> counts{own.errors, own.warnings, own.infos, own.suppressed, own.known};
    for (std::size_t index = 0; index < counts.size(); ++index)
      summary_->number(static_cast<std::uint16_t>(index + 3), counts[index]);
    summary_->number(8, outcome.coverage.relations.total() - outcome.coverage.relations.not_comparable);
  }

  void add_finding(const std::string& path, const std::string& document_link, const Finding& finding) {
    const Language language = options_.language;
    const bool is_open = finding.standing.kind == Standing::Kind::open;
    auto& count = by_rule_[finding.rule];
    if (is_open) ++count[0];
    ++count[1];
    const Place& place = main_place(finding);
    std::vector<CellLink> links = rule_link(finding.rule, 2);
    links.push_back({0, document_link});
    findings_->row(
        {one_line(path), severity_word(finding.severity, language), finding.rule, in(language, finding.message),
         place.heading, place_words(place, language), in(language, finding.working), finding.expected, finding.actual,
         in(language, finding.cause), lines_of(quotes(finding, language)),
         is_open ? lang("待处理", "open") : standing_words(finding.standing, language), finding.id},
        {CellStyle::plain, is_open ? style_of(finding.severity) : CellStyle::muted}, links);
  }

  /// The path as it was given, so that it is found from where the workbook is.
  static std::string link_to(const std::string& path) { return "external:" + path; }

  [[nodiscard]] std::vector<CellLink> rule_link(const std::string& rule, std::uint16_t column) const {
    const RuleInfo* known = find_rule(options_, rule);
    if (known == nullptr) return {};
    return {{column, fmt::format("internal:'{}'!A{}", lang("规则", "Rules"), known - options_.rules.data() + 2)}};
  }

  ReportOptions options_;
  XlsxFile file_;
  std::optional<XlsxSheet> summary_, findings_, coverage_, rules_;
  bool has_failed_ = false;
  Tally tally_;
  std::map<std::string, std::array<std::uint32_t, 2>> by_rule_;  // open, all
};

}  // namespace

std::unique_ptr<Reporter> make_xlsx(const ReportOptions& options) { return std::make_unique<XlsxReporter>(options); }

}  // namespace gouji::report
