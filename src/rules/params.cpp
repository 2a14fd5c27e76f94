// SPDX-License-Identifier: Apache-2.0
#include "rules/params.hpp"

#include <algorithm>

namespace gouji::rules {

using yaml::Kind;
using yaml::Node;

const Node* YamlParams::ask(std::string_view key) {
  asked_.emplace(key);
  const yaml::Entry* entry = rule_.find(key);
  return entry == nullptr ? nullptr : &entry->value;
}

bool YamlParams::scalar(const Node& node, std::string_view key, std::string& out) {
  if (!faults_.expect(node, Kind::scalar, key)) return false;
  if (node.text.empty()) {
    faults_.add(node.mark, std::string(key) + " 没有值", std::string(key) + " has no value");
    return false;
  }
  out = node.text;
  return true;
}

std::vector<std::string> YamlParams::texts_of(const Node& node, std::string_view key) {
  std::vector<std::string> out;
  std::string item;
  if (node.kind == Kind::scalar) {
    if (scalar(node, key, item)) out.push_back(item);
    return out;
  }
  if (!faults_.expect(node, Kind::list, key)) return out;
  if (node.items.empty()) faults_.add(node.mark, std::string(key) + " 是空的", std::string(key) + " is empty");
  // A faulty item keeps its place, so that fault(key, index) finds the right line.
  for (const Node& each : node.items) {
    item.clear();
    scalar(each, key, item);
    out.push_back(item);
  }
  return out;
}

std::string YamlParams::text(std::string_view key, std::string_view fallback) {
  const Node* node = ask(key);
  std::string out(fallback);
  if (node != nullptr) scalar(*node, key, out);
  return out;
}

std::vector<std::string> YamlParams::texts(std::string_view key) {
  const Node* node = ask(key);
  return node == nullptr ? std::vector<std::string>() : texts_of(*node, key);
}

std::vector<std::pair<std::string, std::string>> YamlParams::pairs(std::string_view key) {
  std::vector<std::pair<std::string, std::string>> out;
  const Node* node = ask(key);
  if (node == nullptr || !faults_.expect(*node, Kind::map, key)) return out;
  for (const yaml::Entry& entry : node->entries) {
    std::string value;
    scalar(entry.value, entry.key, value);
    out.emplace_back(entry.key, value);
  }
  return out;
}

std::vector<std::pair<std::string, std::vector<std::string>>> YamlParams::lists(std::string_view key) {
  std::vector<std::pair<std::string, std::vector<std::string>>> out;
  const Node* node = ask(key);
  if (node == nullptr || !faults_.expect(*node, Kind::map, key)) return out;
  for (const yaml::Entry& entry : node->entries) out.emplace_back(entry.key, texts_of(entry.value, entry.key));
  return out;
}

bool YamlParams::flag(std::string_view key, bool fallback) {
  return choice(key, {"true", "false"}, fallback ? "true" : "false") == "true";
}

std::string YamlParams::choice(std::string_view key, const std::vector<std::string>& allowed,
                               std::string_view fallback) {
  const Node* node = ask(key);
  std::string out(fallback);
  if (node == nullptr || !scalar(*node, key, out)) return out;
  if (std::find(allowed.begin(), allowed.end(), out) != allowed.end()) return out;
  std::string list;
  for (const std::string& word : allowed) list += (list.empty() ? "" : " | ") + word;
  faults_.add_word(node->mark, std::string(key) + " 不能是 " + out + "，只能是 " + list,
                   std::string(key) + " cannot be " + out + "; it is one of " + list, out, allowed);
  return std::string(fallback);
}

std::string YamlParams::required(std::string_view key) {
  const Node* node = ask(key);
  std::string out;
  if (node == nullptr) {
    faults_.add(rule_.mark, "缺少键 " + std::string(key), "missing key " + std::string(key));
  } else {
    scalar(*node, key, out);
  }
  return out;
}

Bilingual YamlParams::bilingual(std::string_view key) {
  const Node* node = ask(key);
  Bilingual out;
  if (node == nullptr) {
    faults_.add(rule_.mark, "缺少键 " + std::string(key), "missing key " + std::string(key));
    return out;
  }
  if (!faults_.expect(*node, Kind::map, key)) return out;
  faults_.unknown_keys(*node, {"zh", "en"});
  for (const char* language : {"zh", "en"}) {
    const yaml::Entry* entry = node->find(language);
    if (entry == nullptr) {
      faults_.add(node->mark, std::string(key) + " 缺少 " + language, std::string(key) + " lacks " + language);
    } else {
      scalar(entry->value, language, language[0] == 'z' ? out.zh : out.en);
    }
  }
  return out;
}

void YamlParams::fault(std::string_view key, std::size_t index, const std::string& zh, const std::string& en) {
  const yaml::Entry* entry = rule_.find(key);
  yaml::Mark mark = rule_.mark;
  if (entry != nullptr) {
    const Node& node = entry->value;
    mark = node.mark;
    if (index < node.items.size()) mark = node.items[index].mark;
    if (index < node.entries.size()) mark = node.entries[index].mark;
  }
  faults_.add(mark, std::string(key) + "：" + zh, std::string(key) + ": " + en);
}

void YamlParams::report_unknown_keys() const {
  faults_.unknown_keys(rule_, std::vector<std::string>(asked_.begin(), asked_.end()));
}

}  // namespace gouji::rules
