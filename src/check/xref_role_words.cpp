// SPDX-License-Identifier: Apache-2.0
#include "check/xref_role_words.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace gouji::check {
namespace {

using facts::Fact;
using quantity::Quantity;

struct Said {
  bool plan = false;
  bool done = false;
};

template <std::size_t N>
bool has_any(std::string_view text, const std::array<std::string_view, N>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

void erase_all(std::string& text, std::string_view word) {
  if (word.empty()) return;
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at)) text.erase(at, word.size());
}

Said said_by(std::string text, std::string_view subject) {
  static constexpr std::array<std::string_view, 6> kPlan{"预算", "计划", "安排", "批复", "年初", "指标"};
  static constexpr std::array<std::string_view, 6> kDone{"决算", "执行", "实际", "支出数", "列支", "支付"};
  erase_all(text, subject);
  for (const std::string_view name : {"公共预算", "基金预算", "经营预算", "预算单位", "预算绩效"})
    erase_all(text, name);
  return {has_any(text, kPlan), has_any(text, kDone)};
}

std::string_view back_to(std::string_view text, std::initializer_list<std::string_view> marks) {
  for (const std::string_view mark : marks) {
    if (const std::size_t at = text.rfind(mark); at != std::string_view::npos) text.remove_prefix(at + mark.size());
  }
  return text;
}

std::string_view before(const DocumentView& view, const Fact& figure) {
  return std::string_view(view.text.passages[figure.passage].text).substr(0, figure.span.begin);
}

Said said_by_cell(const DocumentView& view, const Quantity& cell) {
  const Fact& fact = view.facts.facts[cell.fact];
  const table::TableView& table = view.tables.tables[cell.view];
  std::string words = cell.subject + "/" + fact.label_text;
  if (fact.column < table.columns.size()) words += "/" + table.columns[fact.column].header;
  const Said own = said_by(words, {});
  return own.plan || own.done ? own : said_by(table.caption, {});
}

}  // namespace

bool differs_in_role(const DocumentView& view, const Quantity& text, const Quantity& cell) {
  const Fact& figure = view.facts.facts[text.fact];
  const std::string clause(back_to(before(view, figure), {"。", "；", "，", "（"}));
  Said own = said_by(clause, text.subject);
  const bool is_plan_genre = view.context.genre == "budget" || view.context.genre == "target-form";
  const bool is_other_year = text.year != 0 && view.context.fiscal_year != 0 && text.year != view.context.fiscal_year;
  if (!own.plan && (!is_plan_genre || is_other_year) &&
      has_any(std::string_view(clause), std::array<std::string_view, 2>{"支出", "支付"}))
    own.done = true;
  const Said other = said_by_cell(view, cell);
  return (own.done && !own.plan && other.plan && !other.done) || (own.plan && !own.done && other.done && !other.plan);
}

bool is_in_own_column(const DocumentView& view, const Quantity& text) {
  constexpr std::size_t kName = 9;  // bytes
  const Fact& figure = view.facts.facts[text.fact];
  return std::any_of(view.quantities.all.begin(), view.quantities.all.end(), [&](const Quantity& other) {
    if (!other.in_table()) return false;
    const Fact& fact = view.facts.facts[other.fact];
    const table::TableView& table = view.tables.tables[other.view];
    if (!(fact.value == figure.value) || fact.column >= table.columns.size()) return false;
    const std::vector<std::string>& path = table.columns[fact.column].path;
    return std::any_of(path.begin(), path.end(), [&](const std::string& name) {
      return name.size() >= kName && (text.subject.ends_with(name) || name.ends_with(text.subject));
    });
  });
}

bool is_wider_sum(const DocumentView& view, const Quantity& text) {
  static constexpr std::array<std::string_view, 7> kWider{"加上", "另加", "上解", "调入", "债务", "还本", "稳定调节"};
  return has_any(back_to(before(view, view.facts.facts[text.fact]), {"。"}), kWider);
}

}  // namespace gouji::check
