// Automatic numbers.
// SPDX-License-Identifier: Apache-2.0
#include "judge/documents.hpp"
#include "support/docx_builder.hpp"

namespace gouji::test {
namespace {

std::string level(int index, const std::string& format, const std::string& words, const std::string& more = {}) {
  return "<w:lvl w:ilvl=\"" + std::to_string(index) + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" + format + "\"/>" +
         more + "<w:lvlText w:val=\"" + words + "\"/></w:lvl>";
}
std::string abstract(int id, const std::string& levels) {
  return "<w:abstractNum w:abstractNumId=\"" + std::to_string(id) + "\"><w:multiLevelType w:val=\"multilevel\"/>" +
         levels + "</w:abstractNum>";
}
std::string num(int id, int abstract_id, const std::string& overrides = {}) {
  return "<w:num w:numId=\"" + std::to_string(id) + "\"><w:abstractNumId w:val=\"" + std::to_string(abstract_id) +
         "\"/>" + overrides + "</w:num>";
}
std::string item(int num_id, int level_index, const std::string& words) {
  return para(run(words), "<w:numPr><w:ilvl w:val=\"" + std::to_string(level_index) + "\"/><w:numId w:val=\"" +
                              std::to_string(num_id) + "\"/></w:numPr>");
}

FidelityDocument list(const std::string& name, const std::string& numbering, const std::string& body,
                      std::vector<std::string> lines) {
  DocxBuilder builder;
  return {name, builder.numbering(numbering).body(body).bytes(), std::move(lines), {}};
}

/// Two items in each of the formats.
FidelityDocument formats(const std::string& name, const std::vector<std::vector<std::string>>& wanted) {
  std::string abstracts;
  std::string nums;
  std::string body;
  std::vector<std::string> lines;
  int id = 0;
  for (const auto& row : wanted) {
    ++id;
    abstracts += abstract(id, level(0, row[0], "%1"));
    nums += num(id, id);
    for (std::size_t i = 1; i < row.size(); ++i) {
      body += item(id, 0, "项");
      lines.push_back(row[i] + "项");
    }
  }
  return list(name, abstracts + nums, body, lines);
}

}  // namespace

std::vector<FidelityDocument> list_documents() {
  std::vector<FidelityDocument> all;
  all.push_back(formats("formats-chinese", {{"chineseCountingThousand", "一", "二"},
                                            {"chineseCounting", "一", "二"},
                                            {"chineseLegalSimplified", "壹", "贰"},
                                            {"ideographDigital", "一", "二"},
                                            {"taiwaneseCounting", "一", "二"},
                                            {"taiwaneseCountingThousand", "一", "二"},
                                            {"ideographLegalTraditional", "壹", "貳"}}));
  all.push_back(formats("formats-cycle", {{"ideographTraditional", "甲", "乙"},
                                          {"ideographZodiac", "子", "丑"},
                                          {"ideographZodiacTraditional", "甲子", "乙丑"},
                                          {"ideographEnclosedCircle", "㊀", "㊁"}}));
  all.push_back(formats("formats-enclosed", {{"decimalEnclosedCircle", "①", "②"},
                                             {"decimalEnclosedCircleChinese", "①", "②"},
                                             {"decimalEnclosedParen", "⑴", "⑵"},
                                             {"decimalEnclosedFullstop", "⒈", "⒉"},
                                             {"decimalFullWidth", "１", "２"},
                                             {"decimalFullWidth2", "１", "２"},
                                             {"decimalZero", "01", "02"}}));
  all.push_back(formats("formats-latin", {{"decimal", "1", "2"},
                                          {"upperRoman", "I", "II"},
                                          {"lowerRoman", "i", "ii"},
                                          {"upperLetter", "A", "B"},
                                          {"lowerLetter", "a", "b"},
                                          {"ordinal", "1st", "2nd"}}));
  all.push_back(formats("formats-japanese", {{"japaneseCounting", "一", "二"},
                                             {"aiueoFullWidth", "ア", "イ"},
                                             {"irohaFullWidth", "イ", "ロ"},
                                             {"aiueo", "ｱ", "ｲ"}}));
  const std::string three = level(0, "chineseCountingThousand", "第%1章") + level(1, "decimal", "%1.%2", "<w:isLgl/>") +
                            level(2, "decimal", "（%3）", "<w:suff w:val=\"nothing\"/>");
  all.push_back(list(
      "legal", abstract(1, three) + num(1, 1),
      item(1, 0, "甲") + item(1, 1, "乙") + item(1, 2, "丙") + item(1, 2, "丁") + item(1, 0, "戊") + item(1, 1, "己"),
      {"第一章甲", "1.1乙", "（1）丙", "（2）丁", "第二章戊", "2.1己"}));
  all.push_back(list(
      "restart-never",
      abstract(1, level(0, "decimal", "%1.") + level(1, "decimal", "%2)", "<w:lvlRestart w:val=\"0\"/>")) + num(1, 1),
      item(1, 0, "甲") + item(1, 1, "乙") + item(1, 0, "丙") + item(1, 1, "丁"), {"1.甲", "1)乙", "2.丙", "2)丁"}));
  const std::string two = abstract(1, level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2"));
  all.push_back(list(
      "start-override",
      two + num(1, 1) + num(2, 1, "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride>"),
      item(1, 0, "甲") + item(1, 0, "乙") + item(2, 0, "丙") + item(2, 0, "丁"), {"1.甲", "2.乙", "1.丙", "2.丁"}));
  all.push_back(list(
      "level-override",
      two +
          num(1, 1, "<w:lvlOverride w:ilvl=\"0\">" + level(0, "chineseCountingThousand", "%1、") + "</w:lvlOverride>"),
      item(1, 0, "甲") + item(1, 1, "乙"), {"一、甲", "一.1乙"}));
  DocxBuilder styled;
  styled.numbering(abstract(1, level(0, "chineseCountingThousand", "%1、", "<w:pStyle w:val=\"h1\"/>") +
                                   level(1, "chineseCountingThousand", "（%2）", "<w:pStyle w:val=\"h2\"/>")) +
                   num(1, 1));
  styled.styles(
      "<w:style w:type=\"paragraph\" w:styleId=\"h1\"><w:name w:val=\"甲级\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/>"
      "</w:numPr></w:pPr></w:style><w:style w:type=\"paragraph\" w:styleId=\"h2\"><w:name w:val=\"乙级\"/><w:pPr><w:numPr>"
      "<w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>");
  const std::string h1 = "<w:pStyle w:val=\"h1\"/>";
  const std::string h2 = "<w:pStyle w:val=\"h2\"/>";
  styled.body(para(run("概况"), h1) + para(run("职能"), h2) + para(run("机构"), h2) + para(run("收支"), h1) +
              para(run("收入"), h2));
  all.push_back(
      {"style-linked", styled.bytes(), {"一、概况", "（一）职能", "（二）机构", "二、收支", "（一）收入"}, {}});
  return all;
}

}  // namespace gouji::test
