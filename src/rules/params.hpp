// check::Params over one rule file: hands values to a kind of check and collects every fault with its place.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "check/check.hpp"
#include "rules/faults.hpp"
#include "yaml/yaml.hpp"

namespace gouji::rules {

class YamlParams final : public check::Params {
 public:
  /// `rule` (a map), `faults` and `lexicon` must outlive it.
  YamlParams(const yaml::Node& rule, const FaultSink& faults, const lexicon::Lexicon& lexicon)
      : rule_(rule), faults_(faults), lexicon_(lexicon) {}

  std::string text(std::string_view key, std::string_view fallback) override;
  std::vector<std::string> texts(std::string_view key) override;
  std::vector<std::pair<std::string, std::string>> pairs(std::string_view key) override;
  std::vector<std::pair<std::string, std::vector<std::string>>> lists(std::string_view key) override;
  bool flag(std::string_view key, bool fallback) override;
  std::string choice(std::string_view key, const std::vector<std::string>& allowed, std::string_view fallback) override;
  std::string required(std::string_view key) override;
  void fault(std::string_view key, std::size_t index, const std::string& zh, const std::string& en) override;
  const lexicon::Lexicon& lexicon() const override { return lexicon_; }

  /// A required {zh: …, en: …}.
  Bilingual bilingual(std::string_view key);
  /// The value of a key that is read elsewhere; nullptr when absent.
  const yaml::Node* node(std::string_view key) { return ask(key); }
  [[nodiscard]] bool has(std::string_view key) const { return rule_.find(key) != nullptr; }
  /// Says so of every key that no call asked for. Call last.
  void report_unknown_keys() const;

 private:
  const yaml::Node* ask(std::string_view key);
  std::vector<std::string> texts_of(const yaml::Node& node, std::string_view key);
  bool scalar(const yaml::Node& node, std::string_view key, std::string& out);

  const yaml::Node& rule_;
  const FaultSink& faults_;
  const lexicon::Lexicon& lexicon_;
  std::set<std::string, std::less<>> asked_;
};

}  // namespace gouji::rules
