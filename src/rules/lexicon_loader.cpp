// SPDX-License-Identifier: Apache-2.0
#include "rules/lexicon_loader.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <utility>

#include "rules/faults.hpp"
#include "text/passage.hpp"

namespace gouji::rules {
namespace {

using lexicon::UnitKind;

constexpr std::array<std::pair<const char*, UnitKind>, 8> kUnitKinds{{{"money", UnitKind::money},
                                                                      {"count", UnitKind::count},
                                                                      {"percent", UnitKind::percent},
                                                                      {"points", UnitKind::points},
                                                                      {"permille", UnitKind::permille},
                                                                      {"multiple", UnitKind::multiple},
                                                                      {"duration", UnitKind::duration},
                                                                      {"measure", UnitKind::measure}}};

bool is_class_name(const std::string& name) {
  return !name.empty() && name.front() >= 'a' && name.front() <= 'z' &&
         std::all_of(name.begin(), name.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
}

class Loader {
 public:
  explicit Loader(std::vector<yaml::Fault>& faults) : faults_(faults) {}

  void file(const SourceFile& source) {
    const auto root = yaml::parse(source.path, source.text, faults_);
    const FaultSink sink(source.path, faults_);
    if (!root || !sink.expect(*root, yaml::Kind::map, "YAML")) return;
    sink.unknown_keys(*root, {"words", "units"});
    if (const auto* entry = root->find("words");
        entry != nullptr && sink.expect(entry->value, yaml::Kind::map, "words")) {
      for (const yaml::Entry& word_class : entry->value.entries) words(word_class, sink);
    }
    if (const auto* entry = root->find("units");
        entry != nullptr && sink.expect(entry->value, yaml::Kind::list, "units")) {
      for (const yaml::Node& item : entry->value.items) unit(item, sink);
    }
  }

  lexicon::Lexicon finish() {
    lexicon_.finish();
    return std::move(lexicon_);
  }

 private:
  void words(const yaml::Entry& entry, const FaultSink& sink) {
    if (!is_class_name(entry.key)) {
      sink.add(entry.mark, "词类名 " + entry.key + " 只能用小写字母、数字和下划线",
               "class name " + entry.key + " may hold only lower-case letters, digits and _");
    }
    if (!sink.expect(entry.value, yaml::Kind::list, entry.key)) return;
    if (entry.value.items.empty()) sink.add(entry.value.mark, "词类没有词", "the class has no words");
    std::set<std::string> written;
    for (const yaml::Node& item : entry.value.items) {
      if (!sink.expect(item, yaml::Kind::scalar, entry.key)) continue;
      const std::string folded = text::fold(item.text);
      if (folded.empty()) {
        sink.add(item.mark, "空词", "empty word");
      } else if (!written.insert(item.text).second) {
        sink.add(item.mark, "词 " + item.text + " 重复", "duplicate word " + item.text);
      } else if (words_.insert({entry.key, folded}).second) {
        lexicon_.add_word(entry.key, folded);
      }
    }
  }

  void unit(const yaml::Node& item, const FaultSink& sink) {
    if (!sink.expect(item, yaml::Kind::map, "units")) return;
    sink.unknown_keys(item, {"word", "kind", "scale", "base"});
    const auto field = [&](const char* key) -> const yaml::Node* {
      const yaml::Entry* entry = item.find(key);
      if (entry == nullptr) {
        sink.add(item.mark, std::string("单位缺少 ") + key, std::string("unit lacks ") + key);
        return nullptr;
      }
      return sink.expect(entry->value, yaml::Kind::scalar, key) ? &entry->value : nullptr;
    };
    const yaml::Node* word = field("word");
    const yaml::Node* kind = field("kind");
    const yaml::Node* scale = field("scale");
    const yaml::Node* base = field("base");
    if (word == nullptr || kind == nullptr || scale == nullptr || base == nullptr) return;

    lexicon::Unit unit;
    unit.word = text::fold(word->text);
    unit.base = text::fold(base->text);
    if (unit.word.empty()) return sink.add(word->mark, "空词", "empty word");
    if (unit.base.empty()) return sink.add(base->mark, "空词", "empty word");
    const auto found = std::find_if(kUnitKinds.begin(), kUnitKinds.end(),
                                    [&](const auto& known) { return kind->text == known.first; });
    if (found == kUnitKinds.end()) {
      std::vector<std::string> known;
      for (const auto& each : kUnitKinds) known.emplace_back(each.first);
      return sink.add_word(kind->mark, "没有 " + kind->text + " 这种单位", "unknown kind of unit " + kind->text,
                           kind->text, known);
    }
    unit.kind = found->second;
    const auto number = Rational::parse(scale->text);
    if (!number || number->is_zero()) {
      return sink.add(scale->mark, "scale 应为正的十进制数", "scale must be a positive decimal number");
    }
    unit.scale = *number;
    if (!units_.insert(unit.word).second) {
      return sink.add(word->mark, "单位 " + unit.word + " 重复", "duplicate unit " + unit.word);
    }
    lexicon_.add_unit(std::move(unit));
  }

  std::vector<yaml::Fault>& faults_;
  lexicon::Lexicon lexicon_;
  std::set<std::pair<std::string, std::string>> words_;
  std::set<std::string> units_;
};

}  // namespace

lexicon::Lexicon load_lexicon(const std::vector<SourceFile>& files, std::vector<yaml::Fault>& faults) {
  Loader loader(faults);
  for (const SourceFile& file : files) loader.file(file);
  return loader.finish();
}

}  // namespace gouji::rules
