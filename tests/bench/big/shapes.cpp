// SPDX-License-Identifier: Apache-2.0
#include "bench/big/shapes.hpp"

#include <fmt/format.h>

#include "support/docx_builder.hpp"

namespace gouji::test {
namespace {

std::string run_xml(std::string_view text) {
  return fmt::format(
      "<w:r><w:rPr><w:rFonts w:hint=\"eastAsia\" w:ascii=\"仿宋\"/><w:sz w:val=\"32\"/></w:rPr>"
      "<w:t>{}</w:t></w:r>",
      text);
}

/// Sentences as reports have them, none like the other.
std::string sentence(std::size_t i) {
  switch (i % 5) {
    case 0:
      return fmt::format("第{}项工作全年预算{}.5万元，实际支出{}.2万元，执行率{}.6%。", i, 100 + i, 90 + i, i % 90);
    case 1: return fmt::format("其中：人员经费{}万元，公用经费{}万元，合计{}万元。", i, i + 7, 2 * i + 7);
    case 2: return fmt::format("共有{}个单位参加，较上年增加{}个，增长{}%。", i + 3, i % 13, i % 29);
    case 3: return fmt::format("根据文件要求，我局于2024年{}月{}日完成了有关任务。", i % 12 + 1, i % 28 + 1);
    default: return fmt::format("项目{}由办公室牵头，各科室配合，按时完成年度目标。", i);
  }
}

std::string paragraphs(std::size_t n) {
  std::string xml;
  for (std::size_t i = 0; i < n; ++i) xml += "<w:p>" + run_xml(sentence(i)) + "</w:p>";
  return xml;
}

std::string table(std::size_t n) {
  std::string xml = "<w:p><w:r><w:t>表1 支出明细表（单位：万元）</w:t></w:r></w:p><w:tbl>";
  const auto row = [&](const std::string& a, const std::string& b, const std::string& c, const std::string& d) {
    xml += "<w:tr>";
    for (const std::string* text : {&a, &b, &c, &d})
      xml += "<w:tc><w:p><w:r><w:t>" + *text + "</w:t></w:r></w:p></w:tc>";
    xml += "</w:tr>";
  };
  row("项目", "基本支出", "项目支出", "合计");
  std::size_t left = 0;
  std::size_t right = 0;
  for (std::size_t i = 0; i < n; ++i) {
    const std::size_t a = i % 97;
    const std::size_t b = i % 89;
    left += a;
    right += b;
    row(fmt::format("项目{}", i), std::to_string(a), std::to_string(b), std::to_string(a + b));
  }
  row("合计", std::to_string(left), std::to_string(right), std::to_string(left + right));
  return xml + "</w:tbl>";
}

std::string tables(std::size_t n) {
  std::string xml;
  for (std::size_t i = 0; i < n; ++i) {
    xml += fmt::format("<w:p><w:r><w:t>表{} 支出表（单位：万元）</w:t></w:r></w:p>", i + 1);
    xml += "<w:tbl>";
    for (const auto& [name, value] :
         {std::pair<const char*, std::size_t>{"项目", 0}, {"办公费", i}, {"差旅费", i + 3}, {"合计", 2 * i + 3}}) {
      xml += fmt::format(
          "<w:tr><w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc></w:tr>",
          name, value == 0 ? "金额" : std::to_string(value));
    }
    xml += "</w:tbl>";
  }
  return xml;
}

std::string one_paragraph(std::size_t n) {
  std::string text;
  for (std::size_t i = 0, characters = 0; characters < n; ++i) {
    const std::string next = sentence(i);
    text += next;
    characters += next.size() / 3 + 8;
  }
  return paragraph_xml(text);
}

std::string unbroken(std::size_t n) {
  std::string text;
  for (std::size_t i = 0; i < n; ++i)
    text += "财政资金绩效评价报告"[3 * (i % 10)], text += "财政资金绩效评价报告"[3 * (i % 10) + 1],
        text += "财政资金绩效评价报告"[3 * (i % 10) + 2];
  return paragraph_xml(text);
}

std::string digits(std::size_t n) { return paragraph_xml("支出" + std::string(n, '7') + "万元。"); }

std::string headings(std::size_t n) {
  std::string xml;
  for (std::size_t i = 0; i < n; ++i) {
    xml += fmt::format("<w:p><w:pPr><w:outlineLvl w:val=\"{}\"/></w:pPr>", i % 3) +
           run_xml(fmt::format("{}.{}. 第{}部分情况", i / 9 + 1, i % 9 + 1, i)) + "</w:p><w:p>" + run_xml(sentence(i)) +
           "</w:p>";
  }
  return xml;
}

std::string typed_headings(std::size_t n) {
  std::string xml;
  for (std::size_t i = 0; i < n; ++i)
    xml += paragraph_xml(fmt::format("{}、项目{}的情况", i + 1, i)) + paragraph_xml(sentence(i));
  return xml;
}

std::string figures(std::size_t n) {
  std::string text = "全年支出合计99999万元，其中：";
  for (std::size_t i = 0; i < n; ++i) text += fmt::format("科目{}支出{}.5万元，", i, i);
  return paragraph_xml(text + "其他支出1万元。");
}

std::string same_figures(std::size_t n) {
  std::string xml;
  for (std::size_t i = 0; i < n; ++i)
    xml += paragraph_xml(fmt::format("2024年一般公共预算支出{}万元，比上年增加10万元，增长2.5%。", 100 + i % 2));
  return xml;
}

std::string list(std::size_t n) {
  std::string text = "共有3个单位，分别是";
  for (std::size_t i = 0; i < n; ++i) text += fmt::format("单位{}、", i);
  return paragraph_xml(text + "办公室。");
}

std::string clauses(std::size_t n) {
  std::string text;
  for (std::size_t i = 0; i < n; ++i) text += fmt::format("（{}）完成{}项任务，", i, i);
  return paragraph_xml(text + "完成任务。");
}

std::string brackets(std::size_t n) {
  std::string text = "总支出";
  for (std::size_t i = 0; i < n; ++i) text += "（其中";
  return paragraph_xml(text + "10万元");
}

std::string quotes(std::size_t n) {
  std::string text;
  for (std::size_t i = 0; i < n; ++i) text += fmt::format("“规定{}”《办法{}", i, i);
  return paragraph_xml(text);
}

std::string dates(std::size_t n) {
  std::string xml;
  for (std::size_t i = 0; i < n; ++i) {
    xml += paragraph_xml(fmt::format("2024年{}月{}日，项目{}开工；2024年{}月{}日，项目{}竣工验收。", i % 12 + 1,
                                     i % 28 + 1, i, (i + 5) % 12 + 1, i % 27 + 1, i));
  }
  return xml;
}

std::string runs(std::size_t n) {
  std::string xml = "<w:p>";
  for (std::size_t i = 0; i < n; ++i) xml += "<w:r><w:t>财</w:t></w:r>";
  return xml + "</w:p>";
}

std::string captions(std::size_t n) {
  std::string xml;
  for (std::size_t i = 0; i < n; ++i)
    xml += paragraph_xml(
        fmt::format("详见表{}和附件{}，《关于项目{}的通知》（财预〔2024〕{}号）。", i + 1, i + 1, i, i + 1));
  return xml;
}

}  // namespace

const std::vector<Shape>& shapes() {
  static const std::vector<Shape> kShapes{
      {"paragraphs", "paragraphs", 400'000, paragraphs},
      {"table", "rows of one table", 100'000, table},
      {"tables", "tables", 10'000, tables},
      {"one-paragraph", "characters of one paragraph", 5'000'000, one_paragraph},
      {"unbroken", "characters without a full stop", 5'000'000, unbroken},
      {"digits", "digits of one number", 1'000'000, digits},
      {"headings", "headings by style", 20'000, headings},
      {"typed-headings", "headings numbered by hand", 20'000, typed_headings},
      {"figures", "figures in one sentence", 5'000, figures},
      {"same-figures", "statements of one quantity", 20'000, same_figures},
      {"list", "items of one list", 50'000, list},
      {"clauses", "clauses of one sentence", 20'000, clauses},
      {"brackets", "opening brackets", 100'000, brackets},
      {"quotes", "quotes and titles", 50'000, quotes},
      {"dates", "dated sentences", 20'000, dates},
      {"runs", "runs of one character", 500'000, runs},
      {"captions", "references", 20'000, captions},
  };
  return kShapes;
}

}  // namespace gouji::test
