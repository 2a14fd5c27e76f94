// SPDX-License-Identifier: Apache-2.0
#include "toml/toml.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <cstdio>
#include <tuple>
#include <utility>

#include "base/utf8.hpp"

namespace gouji::toml {
namespace {

Mark mark_of(const ::toml::source_position& position) { return {position.line, position.column}; }

Node node_of(const ::toml::node& from) {
  Node node;
  node.mark = mark_of(from.source().begin);
  if (const auto* text = from.as_string()) {
    node.kind = Kind::text;
    node.text = text->get();
  } else if (const auto* number = from.as_integer()) {
    node.kind = Kind::number;
    node.number = number->get();
  } else if (const auto* truth = from.as_boolean()) {
    node.kind = Kind::truth;
    node.truth = truth->get();
  } else if (const auto* date = from.as_date()) {
    const ::toml::date& day = date->get();
    char written[32];
    std::snprintf(written, sizeof written, "%04u-%02u-%02u", static_cast<unsigned>(day.year),
                  static_cast<unsigned>(day.month), static_cast<unsigned>(day.day));
    node.kind = Kind::date;
    node.text = written;
  } else if (const auto* list = from.as_array()) {
    node.kind = Kind::list;
    for (const ::toml::node& item : *list) node.items.push_back(node_of(item));
  } else if (const auto* table = from.as_table()) {
    node.kind = Kind::table;
    for (const auto& [key, value] : *table)
      node.entries.push_back({std::string(key.str()), mark_of(key.source().begin), node_of(value)});
    std::stable_sort(node.entries.begin(), node.entries.end(), [](const Entry& a, const Entry& b) {
      return std::tie(a.mark.line, a.mark.column) < std::tie(b.mark.line, b.mark.column);
    });
  }
  return node;
}

}  // namespace

Bilingual name_of(Kind kind) {
  switch (kind) {
    case Kind::text: return {"字符串", "a string"};
    case Kind::number: return {"整数", "a whole number"};
    case Kind::truth: return {"true 或 false", "true or false"};
    case Kind::date: return {"日期", "a date"};
    case Kind::list: return {"列表", "a list"};
    case Kind::table: return {"表", "a table"};
    case Kind::other: return {"小数或时间", "a float or a time"};
  }
  return {};
}

const Entry* Node::find(std::string_view key) const {
  const auto at = std::find_if(entries.begin(), entries.end(), [&](const Entry& entry) { return entry.key == key; });
  return at == entries.end() ? nullptr : &*at;
}

std::optional<Node> parse(const std::string& file, std::string_view text, std::vector<Fault>& faults) {
  if (text.size() > kMaxBytes) {
    faults.push_back({file, {}, {"文件超过 1 MB", "the file is larger than 1 MB"}});
    return std::nullopt;
  }
  try {
    return node_of(::toml::parse(text));
  } catch (const ::toml::parse_error& wrong) {
    const std::string what = utf8::sanitize(wrong.description());
    faults.push_back({file, mark_of(wrong.source().begin), {"TOML 语法不对：" + what, "this is no TOML: " + what}});
    return std::nullopt;
  }
}

}  // namespace gouji::toml
