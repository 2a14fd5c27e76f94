// SPDX-License-Identifier: Apache-2.0
#include "config/read_layer.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "config/keys.hpp"

namespace gouji::config {
namespace {

namespace fs = std::filesystem;
using toml::Kind;
using toml::Node;

class Reader {
 public:
  Reader(const Node& table, const std::string& folder, const toml::FaultSink& sink)
      : table_(table), folder_(folder), sink_(sink) {}

  [[nodiscard]] Origin origin(toml::Mark mark) const { return {sink_.file(), mark.line, mark.column}; }

  const Node* find(const char* key, Kind kind) const {
    const toml::Entry* entry = table_.find(key);
    return entry != nullptr && sink_.expect(entry->value, kind, key) ? &entry->value : nullptr;
  }

  std::optional<Word> word(const char* key) const {
    const Node* node = find(key, Kind::text);
    if (node == nullptr) return std::nullopt;
    if (node->text.empty()) {
      sink_.add(node->mark, std::string(key) + " 是空的", std::string(key) + " is empty");
      return std::nullopt;
    }
    return Word{node->text, origin(node->mark)};
  }

  std::optional<Word> word_of(const char* key, const std::vector<std::string>& allowed) const {
    std::optional<Word> given = word(key);
    if (given && !is_allowed(given->value, find(key, Kind::text)->mark, key, allowed)) return std::nullopt;
    return given;
  }

  std::optional<Setting<bool>> truth(const char* key) const {
    const Node* node = find(key, Kind::truth);
    if (node == nullptr) return std::nullopt;
    return Setting<bool>{node->truth, origin(node->mark)};
  }

  std::optional<WordList> words(const char* key) const {
    const Node* list = find(key, Kind::list);
    if (list == nullptr) return std::nullopt;
    WordList out;
    out.origin = origin(list->mark);
    for (const Node& item : list->items) {
      if (!sink_.expect(item, Kind::text, key)) continue;
      if (item.text.empty()) {
        sink_.add(item.mark, std::string(key) + " 里有空的一项", std::string(key) + " has an empty item");
      } else {
        out.words.push_back({item.text, origin(item.mark)});
      }
    }
    return out;
  }

  std::optional<WordList> paths(const char* key) const {
    std::optional<WordList> list = words(key);
    if (list) {
      for (Word& each : list->words) each.value = full(each.value);
    }
    return list;
  }

  std::vector<SeverityOf> severities() const {
    std::vector<SeverityOf> out;
    const Node* table = find("severity", Kind::table);
    if (table == nullptr) return out;
    for (const toml::Entry& entry : table->entries) {
      const Node& value = entry.value;
      if (!sink_.expect(value, Kind::text, entry.key)) continue;
      if (!is_allowed(value.text, value.mark, entry.key, severity_words())) continue;
      SeverityChange change{entry.key, std::nullopt};
      if (value.text == "error") change.severity = Severity::error;
      if (value.text == "warning") change.severity = Severity::warning;
      if (value.text == "info") change.severity = Severity::info;
      out.push_back({entry.key, std::move(change), origin(entry.mark)});
    }
    return out;
  }

  std::vector<std::pair<Word, std::string>> limits() const {
    std::vector<std::pair<Word, std::string>> out;
    const Node* table = find("limits", Kind::table);
    if (table == nullptr) return out;
    std::vector<std::string> names;
    for (const LimitInfo& limit : all_limits()) names.emplace_back(limit.name);
    for (const toml::Entry& entry : table->entries) {
      const Node& value = entry.value;
      if (std::find(names.begin(), names.end(), entry.key) == names.end()) {
        sink_.add_word(entry.mark, "没有 " + entry.key + " 这项上限", "no limit " + entry.key, entry.key, names);
        continue;
      }
      if (value.kind != Kind::text && !sink_.expect(value, Kind::number, entry.key)) continue;
      const std::string written = value.kind == Kind::number ? std::to_string(value.number) : value.text;
      Limits scratch;
      if (const auto wrong = set_limit(scratch, entry.key, written)) {
        sink_.add(value.mark, wrong->message.zh, wrong->message.en);
      } else {
        out.push_back({Word{entry.key, origin(entry.mark)}, written});
      }
    }
    return out;
  }

 private:
  [[nodiscard]] std::string full(const std::string& path) const {
    return (fs::path(folder_) / path).lexically_normal().string();
  }

  bool is_allowed(const std::string& given, toml::Mark mark, const std::string& key,
                  const std::vector<std::string>& allowed) const {
    if (std::find(allowed.begin(), allowed.end(), given) != allowed.end()) return true;
    std::string list;
    for (const std::string& each : allowed) list += (list.empty() ? "" : "|") + each;
    sink_.add_word(mark, key + " 不能是 " + given + "，只能是 " + list, key + " cannot be " + given + ", only " + list,
                   given, allowed);
    return false;
  }

  const Node& table_;
  const std::string& folder_;
  const toml::FaultSink& sink_;
};

}  // namespace

Layer read_layer(const Node& table, LayerKind kind, const std::string& folder, const toml::FaultSink& sink) {
  const Reader reader(table, folder, sink);
  Layer layer;
  layer.select = reader.words("select");
  layer.ignore = reader.words("ignore");
  if (auto more = reader.words("extend-select")) layer.extend_select = std::move(more->words);
  if (auto more = reader.words("extend-ignore")) layer.extend_ignore = std::move(more->words);
  layer.with_low = reader.truth("with-low");
  layer.profile = reader.word("profile");
  layer.genre = reader.word("genre");
  layer.severity = reader.severities();
  if (kind == LayerKind::override_) return layer;
  layer.fail_on = reader.word_of("fail-on", fail_on_words());
  layer.format = reader.word("format");
  layer.rules = reader.paths("rules");
  layer.exclude = reader.words("exclude");
  layer.exclude_folder = folder;
  layer.no_external = reader.truth("no-external");
  layer.limits = reader.limits();
  return layer;
}

std::vector<PathPattern> read_patterns(const Node& node, const char* key, const toml::FaultSink& sink) {
  std::vector<PathPattern> out;
  const auto add = [&](const Node& item) {
    if (!sink.expect(item, Kind::text, key)) return;
    auto pattern = PathPattern::parse(item.text);
    if (pattern && !pattern->is_negated()) {
      out.push_back(std::move(*pattern));
    } else {
      sink.add(item.mark, std::string(key) + " 不是通配符：" + item.text,
               std::string(key) + " is no pattern: " + item.text);
    }
  };
  if (node.kind == Kind::list) {
    for (const Node& item : node.items) add(item);
  } else {
    add(node);
  }
  return out;
}

}  // namespace gouji::config
