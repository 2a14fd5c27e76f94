// Names that a configuration uses against those that there are.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "config/read_config.hpp"

namespace gouji::config {
namespace {

class Judge {
 public:
  Judge(const Names& names, std::vector<toml::Fault>& faults) : names_(names), faults_(faults) {}

  void layer(const Layer& layer) {
    if (layer.select) rules(layer.select->words);
    if (layer.ignore) rules(layer.ignore->words);
    rules(layer.extend_select);
    rules(layer.extend_ignore);
    for (const SeverityOf& each : layer.severity) name(each.name, each.origin, names_.rules, kRule);
    if (layer.profile) name(layer.profile->value, layer.profile->origin, names_.profiles, {"配置", "profile"});
    if (layer.genre) name(layer.genre->value, layer.genre->origin, names_.genres, {"文种", "genre"});
    if (layer.format) name(layer.format->value, layer.format->origin, names_.formats, {"格式", "format"});
  }

 private:
  inline static const Bilingual kRule{"规则或规则族", "rule or family"};

  void rules(const std::vector<Word>& words) {
    for (const Word& word : words) name(word.value, word.origin, names_.rules, kRule);
  }

  void name(const std::string& given, const Origin& origin, const std::vector<std::string>& valid,
            const Bilingual& what) {
    if (origin.file.empty() || std::find(valid.begin(), valid.end(), given) != valid.end()) return;
    toml::FaultSink(origin.file, faults_)
        .add_word({origin.line, origin.column}, "没有" + what.zh + " " + given, "no " + what.en + " " + given, given,
                  valid);
  }

  const Names& names_;
  std::vector<toml::Fault>& faults_;
};

}  // namespace

void judge_names(const Config& config, const Names& names, std::vector<toml::Fault>& faults) {
  Judge judge(names, faults);
  judge.layer(config.layer);
  for (const Override& each : config.overrides) judge.layer(each.layer);
}

}  // namespace gouji::config
