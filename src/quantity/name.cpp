// SPDX-License-Identifier: Apache-2.0
#include "quantity/name.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "facts/label.hpp"
#include "table/words.hpp"
#include "text/marker.hpp"

namespace gouji::quantity {
namespace {

using Text = std::string_view;

constexpr std::array<Text, 3> kLevels{"（项）", "（款）", "（类）"};
constexpr std::size_t kSpecific = 18;  // bytes: six characters name more than a kind of money
constexpr std::size_t kSpending = 12;
constexpr std::size_t kLongest = 300;  // bytes: …（类）…（款）…（项）

bool starts(Text text, Text word) { return text.substr(0, word.size()) == word; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Without quotation marks; brackets and what they hold go too, save for 类, 款, 项.
std::string bare(Text text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = utf8::length(text[at]);
    const Text here = text.substr(at, length);
    if (here == "（") {
      const bool is_level = std::any_of(kLevels.begin(), kLevels.end(),
                                        [&](Text level) { return text.substr(at, level.size()) == level; });
      const std::size_t close = text.find("）", at);
      if (!is_level && close != Text::npos) {
        at = close + Text("）").size();
        continue;
      }
    }
    if (here != "“" && here != "”" && here != "‘" && here != "’" && here != "《" && here != "》" && here != "\"" &&
        here != "*")
      out += here;
    at += length;
  }
  return out;
}

/// «A（类）B（款）C（项）支出决算» -> C, and «支出决算» as the rest.
bool cut_path(std::string& text, std::string& rest) {
  std::size_t last = Text::npos;
  for (const Text level : kLevels) {
    const std::size_t at = text.rfind(level);
    if (at != Text::npos && (last == Text::npos || at > last)) last = at;
  }
  if (last == Text::npos) return false;
  std::size_t begin = 0;
  for (const Text level : kLevels) {
    const std::size_t at = text.rfind(level, last == 0 ? 0 : last - 1);
    if (at != Text::npos && at < last) begin = std::max(begin, at + level.size());
  }
  rest = text.substr(last + kLevels[0].size());
  text = text.substr(begin, last - begin);
  return !text.empty();
}

/// The one year in the phrase, with 年 or 年度: «云盘乡2023年支付率».
void cut_year(std::string& text, Name& name) {
  for (std::size_t at = 0; at + 7 <= text.size(); ++at) {
    if (!std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at), text.begin() + static_cast<std::ptrdiff_t>(at + 4),
                     is_digit) ||
        text.compare(at + 4, 3, "年") != 0 || (at > 0 && is_digit(text[at - 1])))
      continue;
    name.year = std::stoi(text.substr(at, 4));
    text.erase(at, 7);
    if (text.compare(at, 3, "度") == 0) text.erase(at, 3);
    return;
  }
}

}  // namespace

Namer::Namer(const lexicon::Lexicon& lexicon)
    : prior(lexicon.class_id("quantity_prior")),
      adjusting(lexicon.class_id("quantity_adjusting")),
      unit_table(lexicon.class_id("quantity_unit_table")),
      lexicon_(lexicon),
      lead_(lexicon.class_id("quantity_lead")),
      owner_(lexicon.class_id("quantity_owner")),
      tail_(lexicon.class_id("quantity_tail")),
      whole_(lexicon.class_id("quantity_whole")),
      known_(lexicon.class_id("quantity_known")),
      generic_(lexicon.class_id("quantity_generic")),
      scope_(lexicon.class_id("quantity_scope")),
      apart_(lexicon.class_id("quantity_apart")),
      level_(lexicon.class_id("quantity_level")),
      bearer_(lexicon.class_id("quantity_bearer")),
      filler_(lexicon.class_id("quantity_column_filler")),
      current_(lexicon.class_id("period_current")),
      column_total_(lexicon.class_id("quantity_column_total")),
      span_(lexicon.class_id("quantity_span")),
      topic_end_(lexicon.class_id("quantity_topic_end")),
      project_end_(lexicon.class_id("quantity_project_end")),
      joining_(lexicon.class_id("quantity_joining")),
      rate_end_(lexicon.class_id("quantity_rate_end")),
      one_scope_(lexicon.class_id("quantity_one_scope")),
      sum_word_(lexicon.class_id("quantity_sum_word")),
      function_(lexicon.class_id("quantity_function")) {
  roles_ = {{lexicon.class_id("quantity_initial"), Role::initial},
            {lexicon.class_id("quantity_adjusted"), Role::adjusted},
            {lexicon.class_id("quantity_budget"), Role::budget},
            {lexicon.class_id("quantity_final"), Role::final},
            {lexicon.class_id("quantity_arrived"), Role::arrived}};
  const lexicon::ClassId same = lexicon.class_id("quantity_same");
  if (same == lexicon::kNoClass) return;
  for (const std::string& word : lexicon.words(same)) {
    const std::size_t mark = word.find('=');
    if (mark != std::string::npos) same_[word.substr(0, mark)] = word.substr(mark + 1);
  }
}

bool Namer::is(lexicon::ClassId id, Text text) const {
  if (id == lexicon::kNoClass) return false;
  const auto& words = lexicon_.words(id);
  return std::find(words.begin(), words.end(), text) != words.end();
}

Role Namer::role_word(Text text) const {
  if (is(whole_, text)) return Role::unknown;
  for (const auto& [id, role] : roles_) {
    if (is(id, text)) return role;
  }
  return Role::unknown;
}

std::string Namer::full_name(const std::string& part, const std::string& whole) const {
  constexpr std::size_t kCommon = 12;  // bytes: 公务用车
  const auto same = [&](const std::string& name) {
    const auto at = same_.find(name);
    return at != same_.end() ? at->second : name;
  };
  if (part.size() < 6 || known_ == lexicon::kNoClass || whole.size() < kCommon) return {};
  const std::string joined = same(whole.substr(0, kCommon) + part);
  return is(known_, joined) && joined != whole ? joined : std::string();
}

bool Namer::is_column_filler(const std::string& text) const { return text.empty() || is(filler_, text); }

bool Namer::is_scope(Text text) const {
  if (is(scope_, text)) return true;
  for (const Text end : {Text("支出"), Text("收入")}) {
    const bool fits = text.size() > end.size() && text.substr(text.size() - end.size()) == end;
    if (fits && is(scope_, text.substr(0, text.size() - end.size()))) return true;
  }
  return false;
}

std::string Namer::scope_in(Text text) const {
  std::string best;
  if (scope_ == lexicon::kNoClass) return best;
  for (const std::string& word : lexicon_.words(scope_)) {
    if (word.size() > best.size() && text.find(word) != Text::npos) best = word;
  }
  if (starts(best, "一般公共预算")) return "一般公共预算";
  if (starts(best, "政府性基金")) return "政府性基金";
  if (starts(best, "社会保险基金")) return "社会保险基金";
  if (starts(best, "国有资本经营")) return "国有资本经营";
  return best;
}

bool Namer::strip_front(std::string& text, Name& name) const {
  if (starts(text, "：") && text.size() > 3) {
    text.erase(0, 3);
    return true;
  }
  if (is(whole_, text) || is(known_, text)) return false;
  if (const std::size_t size = facts::prefix_of(lexicon_, prior, text); size > 0 && !starts(text, "上年结转")) {
    name.period = facts::Period::prior;
    text.erase(0, size);
    if (starts(text, "度")) text.erase(0, 3);
    return true;
  }
  for (const lexicon::ClassId id : {current_, owner_, lead_}) {
    const std::size_t size = facts::prefix_of(lexicon_, id, text);
    if (size == 0 || size >= text.size()) continue;
    text.erase(0, size);
    return true;
  }
  return false;
}

bool Namer::strip_back(std::string& text, Name& name) const {
  if (is(whole_, text) || is(known_, text)) return false;
  std::size_t best = 0;
  Role role = Role::unknown;
  for (const auto& [id, candidate] : roles_) {
    const std::size_t size = facts::suffix_of(lexicon_, id, text);
    if (size > best) {
      best = size;
      role = candidate;
    }
  }
  const std::size_t tail = facts::suffix_of(lexicon_, tail_, text);
  if (best >= tail && best > 0) {
    if (name.role == Role::unknown) name.role = role;
    if (Text(text).substr(text.size() - best) == "支出") name.is_spending = true;
    text.erase(text.size() - best);
    return true;
  }
  if (tail == 0) return false;
  text.erase(text.size() - tail);
  return true;
}

bool Namer::cut_scope(std::string& text, Name& name) const {
  const std::string scope = scope_in(text);
  if (scope.empty()) return false;
  if (name.scope.empty()) name.scope = scope;
  if (is(whole_, text)) return false;
  std::string longest;
  for (const std::string& word : lexicon_.words(scope_)) {
    if (word.size() > longest.size() && text.find(word) != std::string::npos) longest = word;
  }
  std::string without = text;
  without.erase(without.find(longest), longest.size());
  if (without.size() < 9) return false;  // two characters: 收入, 支出 alone say too little
  text = without;
  return true;
}

Name Namer::read(Text phrase) const {
  Name name;
  std::string text = bare(table::squeezed(phrase));
  if (text.size() > kLongest) return name;
  if (const auto marker = text::marker_at(text); marker && marker->length < text.size()) text.erase(0, marker->length);
  while (!text.empty() && (text.front() == '.' || starts(text, "、") || starts(text, "，")))
    text.erase(0, text.front() == '.' ? 1 : 3);
  std::string rest;
  name.is_subject_path = cut_path(text, rest);
  if (name.is_subject_path) {
    while (!rest.empty() && strip_back(rest, name)) {
    }
    name.scope = scope_in(rest);
  }
  const bool is_path = name.is_subject_path;
  cut_year(text, name);
  while (!text.empty() && role_word(text) == Role::unknown && strip_front(text, name)) {
  }
  // a name that the document or the lexicon knows is not taken apart
  for (bool again = true; again && !text.empty();) {
    again = false;
    if (const auto alias = aliases_.find(text); alias != aliases_.end()) {
      text = alias->second;
      break;
    }
    if (const auto same = same_.find(text); same != same_.end()) text = same->second;
    if (const Role role = role_word(text); role != Role::unknown && !is_path) {
      if (name.role == Role::unknown) name.role = role;
      text.clear();
      break;
    }
    if (is_scope(text)) {
      name.scope = scope_in(text);
      break;
    }
    if (!is_path && cut_scope(text, name)) {
      again = true;
      continue;
    }
    Name inside;
    if (strip_back(text, is_path ? inside : name)) again = true;
    if (strip_front(text, name)) again = true;
  }
  name.subject = text;
  return name;
}

Naming Namer::naming_of(const Name& name) const {
  const std::string& subject = name.subject;
  if (subject.empty()) return Naming::none;
  if (is(generic_, subject)) return Naming::generic;
  if (is(whole_, subject) || is_scope(subject)) return Naming::whole;
  if (name.is_subject_path || is(known_, subject) || subject.size() >= kSpecific) return Naming::specific;
  if (name.is_spending && is(function_, subject)) return Naming::specific;
  return name.is_spending && subject.size() >= kSpending ? Naming::specific : Naming::plain;
}

}  // namespace gouji::quantity
