// SPDX-License-Identifier: Apache-2.0
#include "engine/select.hpp"

#include <algorithm>
#include <string>

#include "base/nearest_word.hpp"
#include "facts/genre.hpp"

namespace gouji::engine {
namespace {

bool has(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

void add_unknown(const rules::Rulebook& rulebook, const std::vector<std::string>& names, Bilingual& message) {
  std::vector<std::string> valid;
  for (const rules::Rule& rule : rulebook.rules) {
    valid.push_back(rule.id);
    if (!has(valid, rule.family)) valid.push_back(rule.family);
  }
  for (const std::string& name : names) {
    if (has(valid, name)) continue;
    const Bilingual near = did_you_mean(name, valid);
    if (!message.empty()) {
      message.zh += '\n';
      message.en += '\n';
    }
    message.zh += "没有规则或规则族 " + name + near.zh;
    message.en += "no rule or family " + name + near.en;
  }
}

Error unknown_genre(const std::string& name) {
  const Bilingual near = did_you_mean(name, facts::genre_names());
  std::string list;
  for (const std::string& each : facts::genre_names()) list += (list.empty() ? "" : " ") + each;
  return {"unknown-genre", {"没有文种 " + name + near.zh, "no genre " + name + near.en}, {list, list}, {}};
}

Error unknown_profile(const rules::Rulebook& rulebook, const std::string& name) {
  std::vector<std::string> names;
  std::string list;
  for (const check::Profile& profile : rulebook.profiles) {
    names.push_back(profile.id);
    list += (list.empty() ? "" : " ") + profile.id;
  }
  const Bilingual near = did_you_mean(name, names);
  return {"unknown-profile", {"没有配置 " + name + near.zh, "no profile " + name + near.en}, {list, list}, {}};
}

}  // namespace

const SeverityChange* Selection::change(const rules::Rule& rule) const {
  const SeverityChange* found = nullptr;
  for (const SeverityChange& each : severity) {
    const bool is_own = each.name == rule.id;
    if (is_own || (each.name == rule.family && (found == nullptr || found->name != rule.id))) found = &each;
  }
  return found;
}

Result<Selection> select_rules(const rules::Rulebook& rulebook, const EngineOptions& options) {
  Bilingual unknown;
  add_unknown(rulebook, options.select, unknown);
  add_unknown(rulebook, options.extend_select, unknown);
  add_unknown(rulebook, options.ignore, unknown);
  std::vector<std::string> changed;
  for (const SeverityChange& each : options.severity) changed.push_back(each.name);
  add_unknown(rulebook, changed, unknown);
  if (!unknown.empty()) {
    return Error{"unknown-rule", unknown, {"gouji rules list 列出全部规则", "gouji rules list shows every rule"}, {}};
  }
  Selection selection;
  selection.genre = options.genre;
  selection.severity = options.severity;
  if (!options.genre.empty() && !has(facts::genre_names(), options.genre)) return unknown_genre(options.genre);
  selection.profile = rulebook.profile(options.profile.empty() ? "default" : options.profile);
  if (selection.profile == nullptr) return unknown_profile(rulebook, options.profile);
  for (std::size_t index = 0; index < rulebook.rules.size(); ++index) {
    const rules::Rule& rule = rulebook.rules[index];
    const bool is_named = has(options.select, rule.id) || has(options.extend_select, rule.id);
    if (has(options.ignore, rule.id) || (has(options.ignore, rule.family) && !is_named)) continue;
    const bool is_wanted = options.select.empty() || is_named || has(options.select, rule.family) ||
                           has(options.extend_select, rule.family);
    const bool is_on = rule.confidence != Confidence::low || options.with_low_confidence || is_named;
    if (is_wanted && is_on) selection.rules.push_back(index);
  }
  return selection;
}

}  // namespace gouji::engine
