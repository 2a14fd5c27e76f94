// SPDX-License-Identifier: Apache-2.0
#include "check/own_unit.hpp"

#include "base/utf8.hpp"
#include "text/regex.hpp"

namespace gouji::check {
namespace {

using text::Regex;

constexpr std::string_view kEnding =
    "(?:局|部|委员会|办公室|中心|厅|学校|中学|小学|学院|大学|幼儿园|党校|医院|法院|检察院|研究院|研究所|镇人民政府|"
    "乡人民政府|街道办事处|联合会|总工会|馆|站|总队|支队|大队)";

std::string without_brackets(std::string_view text) {
  std::string out;
  int depth = 0;
  for (std::size_t at = 0; at < text.size(); at += utf8::length(text[at])) {
    const char32_t code = utf8::decode(text, at);
    if (code == U'（') ++depth;
    if (depth == 0) out += text.substr(at, utf8::length(text[at]));
    if (code == U'）' && depth > 0) --depth;
  }
  return out;
}

void add(const text::Passage& passage, std::uint32_t index, const Regex::Group& name, std::string slot,
         std::vector<StatedUnit>& units) {
  StatedUnit unit;
  unit.span = {static_cast<std::uint32_t>(name.begin), static_cast<std::uint32_t>(name.end)};
  unit.full = passage.of(unit.span);
  unit.name = without_brackets(unit.full);
  unit.slot = std::move(slot);
  unit.passage = index;
  if (utf8::count(unit.name) >= 3) units.push_back(std::move(unit));
}

}  // namespace

std::vector<StatedUnit> stated_units(const DocumentView& view) {
  static const Regex kForm(
      "(?:^|\\n)(评价单位|填报单位|填报部门|单位名称|部门名称|预算单位|预算部门|编制单位|报告单位|自评单位|编报单位|编报部门|申报单位|公开单位|填表单位)"
      "(?:（[^（）]{1,10}）)?：([\\p{Han}（）]{3,60}?)(?:（(?:公章|盖章|签章|章)）)?(?:$|\\n|[ ，。])");
  static const Regex kTitle(
      "^(?:关于)?([\\p{Han}]{2,30}?" + std::string(kEnding) +
      ")(?:（[^（）]{1,12}）|本级|关于)?(?:20[0-9]{2}年|部门整体|整体支出|整体绩效|部门决算|部门预算|国有资产|政府采购)");
  static const Regex kSignature("^([\\p{Han}]{2,30}" + std::string(kEnding) + ")(?:（公章|（盖章|$)");
  std::vector<StatedUnit> units;
  std::vector<Regex::Group> groups;
  const auto& passages = view.text.passages;
  for (std::uint32_t index = 0; index < passages.size(); ++index) {
    const text::Passage& passage = passages[index];
    if (passage.story != docx::StoryKind::body || passage.is_toc) continue;
    if (kForm.find(passage.text, 0, groups)) {
      std::string slot(
          passage.of({static_cast<std::uint32_t>(groups[1].begin), static_cast<std::uint32_t>(groups[1].end)}));
      add(passage, index, groups[2], std::move(slot), units);
    } else if (index == view.context.title_passage && kTitle.find(passage.text, 0, groups)) {
      add(passage, index, groups[1], "title", units);
    } else if (index + 1 < passages.size() && !passage.in_table() && passages[index + 1].text.size() < 40 &&
               index * 2 > passages.size() && kSignature.find(passage.text, 0, groups)) {
      const facts::Range range = view.facts.facts_of[index + 1];
      const bool has_date = range.end > range.begin && view.facts.facts[range.begin].kind == facts::FactKind::date &&
                            view.facts.facts[range.begin].span.begin == 0;
      if (has_date) add(passage, index, groups[1], "signature", units);
    }
  }
  return units;
}

}  // namespace gouji::check
