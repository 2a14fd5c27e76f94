// Words of the reports for people, in both languages.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "gouji/outcome.hpp"

namespace gouji::report {

/// One of three, by severity.
template <class T>
[[nodiscard]] constexpr T by_severity(Severity severity, T info, T warning, T error) {
  switch (severity) {
    case Severity::error: return error;
    case Severity::warning: return warning;
    case Severity::info: break;
  }
  return info;
}

/// 错误, error.
[[nodiscard]] std::string severity_word(Severity severity, Language language);
/// «第12段», «表1 第3行 第2列», «页眉1 第1段»; without the heading.
[[nodiscard]] std::string place_words(const Place& place, Language language);
/// «相符 36，不符 5，尾差 0，无法比较 9» with the number of relations judged in front.
[[nodiscard]] std::string coverage_words(const VerdictCounts& counts, Language language);
/// 部门整体绩效自评, for a genre word; empty for unknown.
[[nodiscard]] std::string genre_word(const std::string& genre, Language language);

}  // namespace gouji::report
