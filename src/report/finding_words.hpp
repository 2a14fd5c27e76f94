// A finding in words, for the formats that have one or two fields of text for it.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "report/reporter.hpp"

namespace gouji::report {

/// «编制分项之和与总数不符：38 + 77 + 4 = 119 ≠ 107，相差 12»: what is wrong with its sum, one line.
[[nodiscard]] std::string headline(const Finding& finding, Language language);

/// Working, expected and stated value where the working does not show them, likely cause: a line each, labelled.
[[nodiscard]] std::vector<std::string> details(const Finding& finding, Language language);

/// «一、单位基本情况 › 第12段»: heading and place; without the heading when it has none.
[[nodiscard]] std::string place_with_heading(const Place& place, Language language);

/// «第12段：现有编制 107 名», a line for each evidence, the first included.
[[nodiscard]] std::vector<std::string> quotes(const Finding& finding, Language language);

/// The place to jump to; an empty place when the finding has no evidence.
[[nodiscard]] const Place& main_place(const Finding& finding);

/// The title of a rule; its id when the rule is not known.
[[nodiscard]] std::string rule_title(const ReportOptions& options, const std::string& id);
[[nodiscard]] const RuleInfo* find_rule(const ReportOptions& options, const std::string& id);

/// «已忽略：理由（负责人，到期日）», «基线内»; empty for an open finding.
[[nodiscard]] std::string standing_words(const Standing& standing, Language language);

/// What may be said of a checked document with nothing left open: never without its coverage.
[[nodiscard]] std::string clean_words(const Outcome& outcome, Language language);

/// The lines as the text of one cell or field.
[[nodiscard]] std::string lines_of(const std::vector<std::string>& lines);

/// One line: control characters and line feeds as blanks.
[[nodiscard]] std::string one_line(const std::string& text);

/// Findings of a run by what became of them.
struct Tally {
  std::uint32_t documents = 0;
  std::uint32_t failed = 0;
  std::uint32_t errors = 0;
  std::uint32_t warnings = 0;
  std::uint32_t infos = 0;
  std::uint32_t suppressed = 0;
  std::uint32_t known = 0;
  std::uint32_t notes = 0;  // on what was not read or not judged, and the like
  VerdictCounts relations;

  void add(const Outcome& outcome);
  /// «共 3 份文件（1 份无法检查）：错误 3，警告 2，提示 1；已忽略 1；基线内 2；核对关系 …»
  [[nodiscard]] std::string words(Language language) const;
  /// The same with «；说明 2 条», for formats that do not show the notes of a document.
  [[nodiscard]] std::string words_with_notes(Language language) const;
};

}  // namespace gouji::report
