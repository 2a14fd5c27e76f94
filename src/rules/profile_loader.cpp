// SPDX-License-Identifier: Apache-2.0
#include "rules/profile_loader.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "facts/genre.hpp"
#include "rules/faults.hpp"
#include "text/passage.hpp"

namespace gouji::rules {
namespace {

using check::ExecutionScore;
using check::GradeBand;
using check::Profile;
using check::RuleSetting;
using yaml::Kind;
using yaml::Node;

/// A profile as its file has it: what was left out is known.
struct Written {
  Profile profile;
  std::set<std::string> keys;
};

class Loader {
 public:
  Loader(const SourceFile& file, const std::vector<std::string>& rule_names, std::vector<yaml::Fault>& faults)
      : file_(file), rule_names_(rule_names), sink_(file.path, faults), faults_(faults) {}

  std::optional<Written> read() {
    const auto root = yaml::parse(file_.path, file_.text, faults_);
    if (!root || !sink_.expect(*root, Kind::map, "YAML")) return std::nullopt;
    sink_.unknown_keys(*root, {"id", "title", "source", "full", "grades", "execution_score", "rules"});
    for (const yaml::Entry& entry : root->entries) out_.keys.insert(entry.key);
    if (const Node* id = need(*root, "id", Kind::scalar)) read_id(*id);
    if (const Node* title = need(*root, "title", Kind::map)) {
      out_.profile.title = {text(*title, "zh"), text(*title, "en")};
      sink_.unknown_keys(*title, {"zh", "en"});
    }
    need(*root, "source", Kind::scalar);
    if (const Node* full = find(*root, "full", Kind::scalar)) out_.profile.full = number(*full, "full");
    if (const Node* grades = find(*root, "grades", Kind::list)) read_grades(*grades);
    if (const Node* execution = find(*root, "execution_score", Kind::map)) read_execution(*execution);
    if (const Node* settings = find(*root, "rules", Kind::list)) {
      for (const Node& item : settings->items) read_setting(item);
    }
    return std::move(out_);
  }

 private:
  const Node* find(const Node& map, const char* key, Kind kind) {
    const yaml::Entry* entry = map.find(key);
    return entry != nullptr && sink_.expect(entry->value, kind, key) ? &entry->value : nullptr;
  }

  const Node* need(const Node& map, const char* key, Kind kind) {
    if (map.find(key) == nullptr) sink_.add(map.mark, std::string("缺少 ") + key, std::string("lacks ") + key);
    return find(map, key, kind);
  }

  std::string text(const Node& map, const char* key) {
    const Node* node = need(map, key, Kind::scalar);
    return node == nullptr ? std::string() : node->text;
  }

  Rational number(const Node& node, const char* key) {
    const std::optional<Rational> value = Rational::parse(node.text);
    if (!value) {
      sink_.add(node.mark, std::string(key) + " 应为不小于 0 的十进制数",
                std::string(key) + " must be a decimal number");
    }
    return value.value_or(0);
  }

  void read_id(const Node& node) {
    out_.profile.id = node.text;
    const std::size_t slash = file_.relative.rfind('/');
    if (file_.relative.substr(slash + 1) == node.text + ".yaml") return;
    sink_.add(node.mark, "与文件名不符，应放在 profiles/" + node.text + ".yaml",
              "does not match the file name; it belongs in profiles/" + node.text + ".yaml");
  }

  void read_grades(const Node& list) {
    for (const Node& item : list.items) {
      if (!sink_.expect(item, Kind::map, "grades")) continue;
      sink_.unknown_keys(item, {"words", "from"});
      GradeBand band;
      if (const Node* words = need(item, "words", Kind::list)) {
        for (const Node& word : words->items) {
          if (sink_.expect(word, Kind::scalar, "words")) band.words.push_back(text::fold(word.text));
        }
        if (band.words.empty()) sink_.add(words->mark, "没有等级名称", "no names of the grade");
      }
      const Node* from = need(item, "from", Kind::scalar);
      if (from != nullptr) band.from = number(*from, "from");
      if (!out_.profile.grades.empty() && !(band.from < out_.profile.grades.back().from))
        sink_.add(item.mark, "等级要从高到低排列", "grades must run from the highest down");
      if (!band.words.empty()) out_.profile.grades.push_back(std::move(band));
    }
    if (list.items.empty()) sink_.add(list.mark, "至少要一个等级", "at least one grade is needed");
  }

  void read_execution(const Node& map) {
    sink_.unknown_keys(map, {"rule", "from"});
    const Node* rule = need(map, "rule", Kind::scalar);
    if (rule == nullptr) return;
    const std::vector<std::string> valid{"proportional", "full_from", "unknown"};
    if (std::find(valid.begin(), valid.end(), rule->text) == valid.end()) {
      sink_.add_word(rule->mark, "没有 " + rule->text + " 这种计分办法", "unknown way of scoring " + rule->text,
                     rule->text, valid);
    }
    out_.profile.execution = rule->text == "proportional" ? ExecutionScore::proportional
                             : rule->text == "full_from"  ? ExecutionScore::full_from
                                                          : ExecutionScore::unknown;
    if (rule->text == "full_from") {
      if (const Node* from = need(map, "from", Kind::scalar)) out_.profile.execution_full_from = number(*from, "from");
    }
  }

  void read_setting(const Node& item) {
    if (!sink_.expect(item, Kind::map, "rules")) return;
    sink_.unknown_keys(item, {"rule", "genres", "off", "severity"});
    RuleSetting setting;
    if (const Node* rule = need(item, "rule", Kind::scalar)) {
      setting.rule = rule->text;
      known(*rule, "规则或规则族", "rule or family", rule_names_);
    }
    if (const Node* genres = find(item, "genres", Kind::list)) {
      for (const Node& genre : genres->items) {
        if (!sink_.expect(genre, Kind::scalar, "genres")) continue;
        known(genre, "文种", "genre", facts::genre_names());
        setting.genres.push_back(genre.text);
      }
    }
    if (const Node* off = find(item, "off", Kind::scalar)) {
      setting.is_off = off->text == "true";
      if (off->text != "true" && off->text != "false")
        sink_.add(off->mark, "off 只能是 true 或 false", "off is true or false");
    }
    if (const Node* severity = find(item, "severity", Kind::scalar)) {
      known(*severity, "级别", "severity", {"error", "warning", "info"});
      setting.severity = severity->text == "error"     ? Severity::error
                         : severity->text == "warning" ? Severity::warning
                                                       : Severity::info;
    }
    if (item.find("off") == nullptr && item.find("severity") == nullptr)
      sink_.add(item.mark, "要有 off 或 severity", "off or severity is needed");
    out_.profile.rules.push_back(std::move(setting));
  }

  void known(const Node& node, const std::string& zh, const std::string& en, const std::vector<std::string>& valid) {
    if (std::find(valid.begin(), valid.end(), node.text) != valid.end()) return;
    sink_.add_word(node.mark, "没有" + zh + " " + node.text, "unknown " + en + " " + node.text, node.text, valid);
  }

  const SourceFile& file_;
  const std::vector<std::string>& rule_names_;
  FaultSink sink_;
  std::vector<yaml::Fault>& faults_;
  Written out_;
};

/// What the profile leaves out; its own settings of rules come behind, so they win.
void inherit(Written& written, const Profile& from) {
  Profile& profile = written.profile;
  if (written.keys.count("full") == 0) profile.full = from.full;
  if (written.keys.count("grades") == 0) profile.grades = from.grades;
  if (written.keys.count("execution_score") == 0) {
    profile.execution = from.execution;
    profile.execution_full_from = from.execution_full_from;
  }
  profile.rules.insert(profile.rules.begin(), from.rules.begin(), from.rules.end());
}

}  // namespace

std::vector<Profile> load_profiles(const std::vector<SourceFile>& files, const std::vector<std::string>& rule_names,
                                   std::vector<yaml::Fault>& faults) {
  std::vector<Written> written;
  for (const SourceFile& file : files) {
    if (auto one = Loader(file, rule_names, faults).read()) written.push_back(std::move(*one));
  }
  Profile base;
  for (const Written& one : written) {
    if (one.profile.id == base.id) base = one.profile;
  }
  std::vector<Profile> out;
  for (Written& one : written) {
    if (one.profile.id != base.id) inherit(one, base);
    out.push_back(std::move(one.profile));
  }
  const bool has_base = std::any_of(out.begin(), out.end(), [&](const Profile& each) { return each.id == base.id; });
  if (!has_base) out.push_back(std::move(base));
  std::stable_sort(out.begin(), out.end(), [](const Profile& a, const Profile& b) { return a.id < b.id; });
  return out;
}

}  // namespace gouji::rules
