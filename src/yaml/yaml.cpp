// SPDX-License-Identifier: Apache-2.0
#include "yaml/yaml.hpp"

#include <yaml.h>

#include <algorithm>
#include <utility>

namespace gouji::yaml {
namespace {

Mark mark_of(const yaml_mark_t& mark) {
  return {static_cast<std::uint32_t>(mark.line + 1), static_cast<std::uint32_t>(mark.column + 1)};
}

// Owns the parser and the current event of libyaml.
class Events {
 public:
  explicit Events(std::string_view text) {
    is_ready_ = yaml_parser_initialize(&parser_) != 0;
    if (!is_ready_) return;
    yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text.data()), text.size());
  }
  Events(const Events&) = delete;
  Events& operator=(const Events&) = delete;
  ~Events() {
    drop();
    if (is_ready_) yaml_parser_delete(&parser_);
  }

  bool next() {
    drop();
    has_event_ = is_ready_ && yaml_parser_parse(&parser_, &event_) != 0;
    return has_event_;
  }
  [[nodiscard]] const yaml_event_t& event() const { return event_; }
  [[nodiscard]] const yaml_parser_t& parser() const { return parser_; }

 private:
  void drop() {
    if (has_event_) yaml_event_delete(&event_);
    has_event_ = false;
  }

  yaml_parser_t parser_{};
  yaml_event_t event_{};
  bool is_ready_ = false;
  bool has_event_ = false;
};

class Reader {
 public:
  Reader(const std::string& file, std::string_view text, std::vector<Fault>& faults)
      : file_(file), events_(text), faults_(faults) {}

  std::optional<Node> read() {
    std::optional<Node> root;
    for (;;) {
      if (!events_.next()) return syntax_fault();
      switch (events_.event().type) {
        case YAML_STREAM_START_EVENT:
        case YAML_DOCUMENT_END_EVENT: break;
        case YAML_STREAM_END_EVENT:
          if (!root) fault({}, "文件是空的", "the file is empty");
          return root;
        case YAML_DOCUMENT_START_EVENT:
          if (root) return refuse("一个文件只能有一个 YAML 文档", "a file holds one YAML document");
          break;
        default: {
          Node node;
          if (!value(node, 0)) return std::nullopt;
          root = std::move(node);
        }
      }
    }
  }

 private:
  void fault(Mark mark, std::string zh, std::string en) {
    faults_.push_back({file_, mark, {std::move(zh), std::move(en)}});
  }

  std::nullopt_t refuse(const char* zh, const char* en) {
    fault(mark_of(events_.event().start_mark), zh, en);
    return std::nullopt;
  }

  std::nullopt_t syntax_fault() {
    const yaml_parser_t& parser = events_.parser();
    const std::string problem = parser.problem != nullptr ? parser.problem : "unreadable";
    fault(mark_of(parser.problem_mark), "YAML 语法有误：" + problem, "YAML syntax: " + problem);
    return std::nullopt;
  }

  // Reads the value that the current event starts. False: stop, a fault has been said.
  bool value(Node& node, std::size_t depth) {
    const yaml_event_t& event = events_.event();
    node.mark = mark_of(event.start_mark);
    if (depth > kMaxDepth) {
      refuse("嵌套过深", "nested too deep");
      return false;
    }
    switch (event.type) {
      case YAML_SCALAR_EVENT: {
        const auto& scalar = event.data.scalar;
        if (scalar.anchor != nullptr || scalar.tag != nullptr) return refuse_extras();
        node.text.assign(reinterpret_cast<const char*>(scalar.value), scalar.length);
        node.is_quoted = scalar.style != YAML_PLAIN_SCALAR_STYLE;
        return true;
      }
      case YAML_SEQUENCE_START_EVENT:
        if (event.data.sequence_start.anchor != nullptr || event.data.sequence_start.tag != nullptr) {
          return refuse_extras();
        }
        node.kind = Kind::list;
        return list(node, depth);
      case YAML_MAPPING_START_EVENT:
        if (event.data.mapping_start.anchor != nullptr || event.data.mapping_start.tag != nullptr) {
          return refuse_extras();
        }
        node.kind = Kind::map;
        return map(node, depth);
      default: return refuse_extras();
    }
  }

  bool refuse_extras() {
    refuse("不支持锚点（&）、别名（*）和标签（!）；要写这些字符请加引号",
           "anchors (&), aliases (*) and tags (!) are not allowed; quote the text if it is meant as such");
    return false;
  }

  bool list(Node& node, std::size_t depth) {
    for (;;) {
      if (!events_.next()) return syntax_fault(), false;
      if (events_.event().type == YAML_SEQUENCE_END_EVENT) return true;
      if (!value(node.items.emplace_back(), depth + 1)) return false;
    }
  }

  bool map(Node& node, std::size_t depth) {
    for (;;) {
      if (!events_.next()) return syntax_fault(), false;
      if (events_.event().type == YAML_MAPPING_END_EVENT) return true;
      Node key;
      if (!value(key, depth + 1)) return false;
      if (key.kind != Kind::scalar) {
        fault(key.mark, "键必须是文字", "a key must be text");
        return false;
      }
      if (!events_.next()) return syntax_fault(), false;
      Entry entry{std::move(key.text), key.mark, {}};
      if (!value(entry.value, depth + 1)) return false;
      if (node.find(entry.key) == nullptr) {
        node.entries.push_back(std::move(entry));
      } else {
        fault(entry.mark, "键 " + entry.key + " 重复", "duplicate key " + entry.key);
      }
    }
  }

  const std::string& file_;
  Events events_;
  std::vector<Fault>& faults_;
};

}  // namespace

Bilingual name_of(Kind kind) {
  switch (kind) {
    case Kind::scalar: return {"一个值", "a value"};
    case Kind::list: return {"列表", "a list"};
    case Kind::map: return {"键值表", "a map"};
  }
  return {};
}

const Entry* Node::find(std::string_view key) const {
  const auto found = std::find_if(entries.begin(), entries.end(), [&](const Entry& entry) { return entry.key == key; });
  return found == entries.end() ? nullptr : &*found;
}

std::optional<Node> parse(const std::string& file, std::string_view text, std::vector<Fault>& faults) {
  if (text.size() > kMaxBytes) {
    faults.push_back({file, {}, {"文件超过 1 MiB", "the file is larger than 1 MiB"}});
    return std::nullopt;
  }
  return Reader(file, text, faults).read();
}

}  // namespace gouji::yaml
