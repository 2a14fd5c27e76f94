// SPDX-License-Identifier: Apache-2.0
#include "report/finding_words.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.hpp"
#include "report/quote_lines.hpp"
#include "report/words.hpp"

namespace gouji::report {

std::string one_line(const std::string& text) {
  std::string out = printable(utf8::sanitize(text));
  out.erase(out.find_last_not_of(' ') + 1);
  return out;
}

std::string lines_of(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) out += (out.empty() ? "" : "\n") + line;
  return out;
}

std::string headline(const Finding& finding, Language language) {
  std::string out = one_line(in(language, finding.message));
  const std::string working = one_line(in(language, finding.working));
  if (!working.empty()) out += (language == Language::zh ? "：" : ": ") + working;
  return out;
}

std::vector<std::string> details(const Finding& finding, Language language) {
  const bool is_zh = language == Language::zh;
  std::vector<std::string> lines;
  const auto add = [&](const char* zh, const char* en, const std::string& text) {
    if (!text.empty()) lines.push_back((is_zh ? zh : en) + one_line(text));
  };
  const std::string& working = in(language, finding.working);
  add("验算：", "working: ", working);
  if (!finding.expected.empty() && working.find(finding.expected) == std::string::npos) {
    add("应为：", "expected: ", finding.expected);
    if (working.find(finding.actual) == std::string::npos) add("文中：", "stated: ", finding.actual);
  }
  add("可能：", "cause: ", in(language, finding.cause));
  return lines;
}

std::string place_with_heading(const Place& place, Language language) {
  const std::string words = place_words(place, language);
  return place.heading.empty() ? words : one_line(place.heading) + " › " + words;
}

std::vector<std::string> quotes(const Finding& finding, Language language) {
  std::vector<std::string> lines;
  for (const Evidence& evidence : finding.evidence)
    lines.push_back(place_words(evidence.place, language) + (language == Language::zh ? "：" : ": ") +
                    one_line(evidence.quote));
  return lines;
}

const Place& main_place(const Finding& finding) {
  static const Place kNowhere;
  return finding.evidence.empty() ? kNowhere : finding.evidence.front().place;
}

const RuleInfo* find_rule(const ReportOptions& options, const std::string& id) {
  const auto at = std::lower_bound(options.rules.begin(), options.rules.end(), id,
                                   [](const RuleInfo& rule, const std::string& name) { return rule.id < name; });
  return at != options.rules.end() && at->id == id ? &*at : nullptr;
}

std::string rule_title(const ReportOptions& options, const std::string& id) {
  const RuleInfo* rule = find_rule(options, id);
  return rule == nullptr ? id : in(options.language, rule->title);
}

std::string standing_words(const Standing& standing, Language language) {
  const bool is_zh = language == Language::zh;
  if (standing.kind == Standing::Kind::open) return {};
  if (standing.kind == Standing::Kind::known) return is_zh ? "基线内" : "in the baseline";
  std::string out = (is_zh ? "已忽略：" : "suppressed: ") + one_line(standing.reason);
  std::string who = one_line(standing.owner);
  if (!standing.expires.empty())
    who += (who.empty() ? "" : is_zh ? "，" : ", ") + std::string(is_zh ? "到期 " : "until ") + standing.expires;
  if (!who.empty()) out += is_zh ? "（" + who + "）" : " (" + who + ")";
  return out;
}

std::string clean_words(const Outcome& outcome, Language language) {
  const bool is_zh = language == Language::zh;
  const VerdictCounts& counts = outcome.coverage.relations;
  const std::string coverage = coverage_words(counts, language);
  if (!outcome.findings.empty()) return (is_zh ? "没有未处理的问题；" : "nothing left open; ") + coverage;
  if (counts.total() == 0) return is_zh ? "没有遇到可以核对的关系" : "no relation was met that could be judged";
  return (is_zh ? "没有发现矛盾；" : "no contradiction; ") + coverage;
}

void Tally::add(const Outcome& outcome) {
  ++documents;
  if (outcome.status == Status::failed) ++failed;
  relations += outcome.coverage.relations;
  notes += static_cast<std::uint32_t>(outcome.notes.size());
  for (const Finding& finding : outcome.findings) {
    if (finding.standing.kind == Standing::Kind::suppressed) {
      ++suppressed;
    } else if (finding.standing.kind == Standing::Kind::known) {
      ++known;
    } else {
      ++(finding.severity == Severity::error ? errors : finding.severity == Severity::warning ? warnings : infos);
    }
  }
}

std::string Tally::words(Language language) const {
  const bool is_zh = language == Language::zh;
  std::string out = is_zh ? fmt::format("共 {} 份文件", documents)
                          : fmt::format("{} document{}", documents, documents == 1 ? "" : "s");
  if (failed > 0)
    out += is_zh ? fmt::format("（{} 份无法检查）", failed) : fmt::format(" ({} could not be checked)", failed);
  out += is_zh ? fmt::format("：错误 {}，警告 {}，提示 {}；", errors, warnings, infos)
               : fmt::format(": errors {}, warnings {}, infos {}; ", errors, warnings, infos);
  if (suppressed > 0) out += fmt::format(fmt::runtime(is_zh ? "已忽略 {}；" : "suppressed {}; "), suppressed);
  if (known > 0) out += fmt::format(fmt::runtime(is_zh ? "基线内 {}；" : "in the baseline {}; "), known);
  return out + coverage_words(relations, language);
}

std::string Tally::words_with_notes(Language language) const {
  if (notes == 0) return words(language);
  return words(language) +
         fmt::format(
             fmt::runtime(language == Language::zh ? "；没有读到或没有判断的说明 {} 条，见 text、json 等格式"
                                                   : "; notes on what was not read or judged: {} (see text, json)"),
             notes);
}

}  // namespace gouji::report
