// SPDX-License-Identifier: Apache-2.0
#include "config/keys.hpp"

namespace gouji::config {

const std::vector<Key>& keys() {
  static const std::vector<Key> table{
      {"extends",
       KeyKind::path,
       false,
       {"继承另一份配置；本文件写了的以本文件为准", "a configuration to build on; what is said here goes over it"}},
      {"select", KeyKind::texts, true, {"只用这些规则或规则族", "only these rules or families"}},
      {"extend-select",
       KeyKind::texts,
       true,
       {"另外再用这些规则或规则族", "these rules or families too, also those of low confidence"}},
      {"ignore", KeyKind::texts, true, {"不用这些规则或规则族", "not these rules or families"}},
      {"extend-ignore", KeyKind::texts, true, {"另外再不用这些规则或规则族", "nor these rules or families"}},
      {"with-low", KeyKind::truth, true, {"把握较低的规则也用", "rules of low confidence too"}},
      {"profile", KeyKind::text, true, {"地方或表式的配置", "profile of a place or form"}},
      {"genre", KeyKind::text, true, {"文种", "kind of report"}},
      {"severity", KeyKind::severities, true, {"规则或规则族的级别，或 off", "severity of a rule or family, or off"}},
      {"fail-on", KeyKind::text, false, {"有这一级或更重的问题时退出状态为 1", "exit status 1 from this severity on"}},
      {"format", KeyKind::text, false, {"标准输出的格式", "format of standard output"}},
      {"rules", KeyKind::paths, false, {"规则文件夹", "folders of rules"}},
      {"exclude", KeyKind::patterns, false, {"检查文件夹时略过的文件", "what is passed over when folders are checked"}},
      {"no-external", KeyKind::truth, false, {"不运行其他程序", "run no other program"}},
      {"limits", KeyKind::limits, false, {"上限，名字见 gouji limits", "limits; gouji limits lists the names"}},
      {"override",
       KeyKind::overrides,
       false,
       {"只对路径符合 path 的文件生效的设置", "settings for the files that path names"}}};
  return table;
}

std::vector<std::string> key_names(bool in_override) {
  std::vector<std::string> names;
  if (in_override) names.emplace_back("path");
  for (const Key& key : keys()) {
    if (!in_override || key.in_override) names.emplace_back(key.name);
  }
  return names;
}

const std::vector<std::string>& fail_on_words() {
  static const std::vector<std::string> words{"error", "warning", "info", "never"};
  return words;
}

const std::vector<std::string>& severity_words() {
  static const std::vector<std::string> words{"error", "warning", "info", "off"};
  return words;
}

}  // namespace gouji::config
