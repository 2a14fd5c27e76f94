// SPDX-License-Identifier: Apache-2.0
#include "engine/select.hpp"

#include <algorithm>
#include <string>

#include "check/nearest_word.hpp"

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
    const Bilingual near = check::did_you_mean(name, valid);
    if (!message.empty()) {
      message.zh += '\n';
      message.en += '\n';
    }
    message.zh += "没有规则或规则族 " + name + near.zh;
    message.en += "no rule or family " + name + near.en;
  }
}

}  // namespace

Result<std::vector<std::size_t>> select_rules(const rules::Rulebook& rulebook, const EngineOptions& options) {
  Bilingual unknown;
  add_unknown(rulebook, options.select, unknown);
  add_unknown(rulebook, options.ignore, unknown);
  if (!unknown.empty()) {
    return Error{"unknown-rule", unknown, {"gouji rules list 列出全部规则", "gouji rules list shows every rule"}, {}};
  }
  std::vector<std::size_t> selected;
  for (std::size_t index = 0; index < rulebook.rules.size(); ++index) {
    const rules::Rule& rule = rulebook.rules[index];
    if (has(options.ignore, rule.id) || has(options.ignore, rule.family)) continue;
    const bool is_named = has(options.select, rule.id);
    const bool is_wanted = options.select.empty() || is_named || has(options.select, rule.family);
    const bool is_on = rule.confidence != Confidence::low || options.with_low_confidence || is_named;
    if (is_wanted && is_on) selected.push_back(index);
  }
  return selected;
}

}  // namespace gouji::engine
