// SPDX-License-Identifier: Apache-2.0
#include "annotate/comment_text.hpp"

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "report/finding_words.hpp"
#include "report/words.hpp"

namespace gouji::annotate {
namespace {

constexpr std::size_t kLongestQuote = 40;  // characters of a quote in a comment

std::string label(const Ordinal& ordinal, std::uint32_t comment, Language language) {
  if (ordinal.comments == 1) return fmt::format("gouji-{}", ordinal.finding);
  return fmt::format(fmt::runtime(language == Language::zh ? "gouji-{}（{}/{}）" : "gouji-{} ({}/{})"), ordinal.finding,
                     comment, ordinal.comments);
}

std::string head(const Finding& finding, const Ordinal& ordinal, Language language) {
  const bool is_zh = language == Language::zh;
  const std::string& message = is_zh || finding.message.en.empty() ? finding.message.zh : finding.message.en;
  return label(ordinal, ordinal.comment, language) + " " + report::severity_word(finding.severity, language) +
         (is_zh ? "：" : ": ") + report::one_line(message);
}

std::string quoted(const Evidence& evidence, Language language) {
  std::string text = report::one_line(marked_text(evidence));
  std::size_t end = 0;
  for (std::size_t points = 0; end < text.size() && points < kLongestQuote; ++points) end += utf8::length(text[end]);
  if (end < text.size()) text = text.substr(0, end) + "…";
  return language == Language::zh ? "「" + text + "」" : "“" + text + "”";
}

std::string where(const Evidence& evidence, Language language) { return report::place_words(evidence.place, language); }

std::string elsewhere_line(const Evidence& evidence, Language language) {
  return (language == Language::zh ? "所指文字不能直接加批注，在"
                                   : "The words meant cannot bear a comment; they stand in ") +
         where(evidence, language) + (language == Language::zh ? "：" : ": ") + quoted(evidence, language);
}

std::string rule_line(const Finding& finding, Language language) {
  return (language == Language::zh ? "规则：" : "rule: ") + finding.rule;
}

}  // namespace

std::string suggestion_line(const std::string& replacement, Language language) {
  return language == Language::zh
             ? "建议：改为「" + replacement + "」，已写成修订，可接受或拒绝"
             : "suggestion: “" + replacement + "”, written as a tracked change to accept or reject";
}

std::string marked_text(const Evidence& evidence) {
  if (evidence.mark_end <= evidence.mark_start) return evidence.quote;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t at = 0;
  for (std::uint32_t point = 0; point <= evidence.mark_end; ++point) {
    if (point == evidence.mark_start) begin = at;
    if (point == evidence.mark_end) end = at;
    if (at < evidence.quote.size()) at += utf8::length(evidence.quote[at]);
  }
  return evidence.quote.substr(begin, end - begin);
}

std::vector<std::string> main_lines(const Finding& finding, const std::vector<const Evidence*>& shown,
                                    std::size_t left_out, bool elsewhere, const Ordinal& ordinal, Language language) {
  const bool is_zh = language == Language::zh;
  std::vector<std::string> lines{head(finding, ordinal, language)};
  for (std::string& line : report::details(finding, language)) lines.push_back(std::move(line));
  if (elsewhere && !shown.empty()) lines.push_back(elsewhere_line(*shown.front(), language));
  for (std::size_t index = 1; index < shown.size(); ++index) {
    const std::string number = fmt::format("{}/{}", index + 1, ordinal.comments);
    lines.push_back(
        is_zh ? fmt::format("对照 {}：{}{}", number, where(*shown[index], language), quoted(*shown[index], language))
              : fmt::format("compare {}: {}, {}", number, where(*shown[index], language),
                            quoted(*shown[index], language)));
  }
  if (left_out > 0) {
    lines.push_back(fmt::format(
        fmt::runtime(is_zh ? "另有 {} 处对照没有加批注" : "{} more places to compare have no comment"), left_out));
  }
  const std::string standing = report::standing_words(finding.standing, language);
  if (!standing.empty()) lines.push_back(standing);
  lines.push_back(rule_line(finding, language));
  return lines;
}

std::vector<std::string> related_lines(const Finding& finding, const Evidence& here, const Evidence& main,
                                       bool elsewhere, const Ordinal& ordinal, Language language) {
  const bool is_zh = language == Language::zh;
  std::vector<std::string> lines{head(finding, ordinal, language)};
  const std::string other = label(ordinal, 1, language);
  lines.push_back(
      is_zh ? fmt::format("与{}的{}对照，见批注 {}", where(main, language), quoted(main, language), other)
            : fmt::format("compare with {}, {}: see comment {}", quoted(main, language), where(main, language), other));
  if (elsewhere) lines.push_back(elsewhere_line(here, language));
  lines.push_back(rule_line(finding, language));
  return lines;
}

}  // namespace gouji::annotate
