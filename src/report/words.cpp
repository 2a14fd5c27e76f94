// SPDX-License-Identifier: Apache-2.0
#include "report/words.hpp"

#include <fmt/format.h>

#include <array>
#include <string_view>

namespace gouji::report {
namespace {

struct Word {
  std::string_view name;
  const char* zh;
  const char* en;
};

constexpr std::array<Word, 9> kParts{{{"chart", "图表", "chart "},
                                      {"diagram", "图示", "diagram "},
                                      {"embedded", "嵌入文档", "embedded document "},
                                      {"header", "页眉", "header "},
                                      {"footer", "页脚", "footer "},
                                      {"footnotes", "脚注", "footnotes"},
                                      {"endnotes", "尾注", "endnotes"},
                                      {"comments", "批注", "comments"},
                                      {"textbox", "文本框", "text box"}}};

constexpr std::array<Word, 11> kGenres{{{"self-evaluation", "部门整体绩效自评", "self-evaluation"},
                                        {"project-evaluation", "项目绩效评价", "project evaluation"},
                                        {"special-fund", "专项资金评价", "special fund evaluation"},
                                        {"final-accounts", "部门决算", "final accounts"},
                                        {"budget", "部门预算", "budget"},
                                        {"government-budget", "政府预算报告", "government budget"},
                                        {"procurement-assets", "采购与资产报告", "procurement and assets"},
                                        {"audit", "审计报告", "audit report"},
                                        {"work-report", "工作报告", "work report"},
                                        {"score-table", "评分表", "score table"},
                                        {"target-form", "绩效目标表", "target form"}}};

/// "header2" = 页眉2; the body needs no word.
std::string part_words(const std::string& part, Language language) {
  if (part.empty() || part == "document") return {};
  constexpr std::string_view kSheet = "sheet:";
  if (part.starts_with(kSheet)) {
    const std::string name = part.substr(kSheet.size());
    return language == Language::zh ? "工作表“" + name + "” " : "sheet “" + name + "” ";
  }
  for (const Word& word : kParts) {
    if (!std::string_view(part).starts_with(word.name)) continue;
    return std::string(language == Language::zh ? word.zh : word.en) + part.substr(word.name.size()) + ' ';
  }
  return part + ' ';
}

}  // namespace

std::string severity_word(Severity severity, Language language) {
  if (language == Language::en) return to_string(severity);
  switch (severity) {
    case Severity::error: return "错误";
    case Severity::warning: return "警告";
    case Severity::info: return "提示";
  }
  return "提示";
}

std::string place_words(const Place& place, Language language) {
  const bool is_zh = language == Language::zh;
  const std::string part = part_words(place.part, language);
  if (!place.cell.empty()) return part + (is_zh ? "单元格 " : "cell ") + place.cell;
  if (place.table) {
    return fmt::format(fmt::runtime(is_zh ? "{}表{} 第{}行 第{}列" : "{}table {} row {} column {}"), part, *place.table,
                       place.row.value_or(0), place.column.value_or(0));
  }
  if (place.paragraph) return fmt::format(fmt::runtime(is_zh ? "{}第{}段" : "{}paragraph {}"), part, *place.paragraph);
  return part.empty() ? std::string(is_zh ? "正文" : "body") : part.substr(0, part.size() - 1);
}

std::string coverage_words(const VerdictCounts& counts, Language language) {
  const std::uint32_t judged = counts.total() - counts.not_comparable;
  return fmt::format(
      fmt::runtime(language == Language::zh
                       ? "核对关系 {} 条（相符 {}，不符 {}，尾差 {}，无法比较 {}）"
                       : "{} relations judged ({} hold, {} contradicted, {} within rounding; {} not comparable)"),
      judged, counts.holds, counts.contradicted, counts.rounding, counts.not_comparable);
}

std::string genre_word(const std::string& genre, Language language) {
  for (const Word& word : kGenres) {
    if (word.name == genre) return language == Language::zh ? word.zh : word.en;
  }
  return {};
}

}  // namespace gouji::report
