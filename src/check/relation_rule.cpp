// SPDX-License-Identifier: Apache-2.0
#include "check/relation_rule.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "base/nearest_word.hpp"
#include "check/param_words.hpp"

namespace gouji::check {
namespace {

constexpr std::array<std::string_view, 4> kDiagnoses{"divided_by_current", "power_of_ten", "digits_swapped",
                                                     "digit_lost"};

class Reader {
 public:
  explicit Reader(Params& params) : params_(params) {}

  RelationRule read() {
    within();
    rule_.row_severity = params_.choice("row_severity", {"error", "warning", "info"}, "");
    patterns();
    lets();
    requirement();
    expectation();
    rule_.unless = word_classes(params_, "unless");
    rule_.alternatives = params_.texts("try");
    rule_.is_mixed = params_.choice("measures", {"one", "any"}, "one") == "any";
    for (std::size_t i = 0; i < rule_.alternatives.size(); ++i) known_figure("try", i, rule_.alternatives[i]);
    diagnoses();
    for (const auto& [language, text] : params_.pairs("message")) {
      if (language == "zh") rule_.message.zh = text;
      if (language == "en") rule_.message.en = text;
    }
    return std::move(rule_);
  }

 private:
  void within() {
    std::vector<std::string> chosen = params_.texts("within");
    if (chosen.empty()) chosen = {"sentence"};
    for (std::size_t i = 0; i < chosen.size(); ++i) {
      if (chosen[i] == "sentence") {
        rule_.within.push_back(Within::sentence);
      } else if (chosen[i] == "paragraph") {
        rule_.within.push_back(Within::paragraph);
      } else if (chosen[i] == "row") {
        rule_.within.push_back(Within::row);
      } else {
        params_.fault("within", i, "只能是 sentence | paragraph | row", "one of sentence | paragraph | row");
      }
    }
  }

  void patterns() {
    const std::vector<std::string> texts = params_.texts("when");
    if (texts.empty()) params_.fault("when", 0, "至少要一个模式", "at least one pattern is needed");
    for (std::size_t i = 0; i < texts.size(); ++i) {
      Bilingual fault;
      if (auto pattern = RelationPattern::compile(texts[i], params_.lexicon(), fault)) {
        rule_.patterns.push_back(std::move(*pattern));
      } else {
        params_.fault("when", i, fault.zh, fault.en);
      }
    }
  }

  // Enough for a figure that may be absent.
  [[nodiscard]] bool is_captured_somewhere(const std::string& name) const {
    return std::any_of(rule_.patterns.begin(), rule_.patterns.end(), [&](const RelationPattern& pattern) {
      const Capture* capture = pattern.capture(name);
      return capture != nullptr && capture->is_figure;
    });
  }

  // A figure that every pattern captures, or a let.
  bool known_figure(std::string_view key, std::size_t index, const std::string& name) {
    const bool is_let =
        std::any_of(rule_.lets.begin(), rule_.lets.end(), [&](const auto& let) { return let.first == name; });
    if (is_let) return true;
    for (const RelationPattern& pattern : rule_.patterns) {
      const Capture* capture = pattern.capture(name);
      if (capture != nullptr && capture->is_figure) continue;
      std::vector<std::string> names;
      for (const Capture& each : pattern.captures()) names.push_back(each.name);
      for (const auto& let : rule_.lets) names.push_back(let.first);
      std::string list;
      for (const std::string& each : names) list += (list.empty() ? "" : "、") + each;
      const Bilingual hint = did_you_mean(name, names);
      params_.fault(key, index, "模式没有捕获数值 " + name + "（有：" + list + "）" + hint.zh,
                    "a pattern captures no figure " + name + " (it has: " + list + ")" + hint.en);
      return false;
    }
    return true;
  }

  std::optional<Formula> formula(std::string_view key, std::size_t index, const std::string& text) {
    Bilingual fault;
    auto parsed = Formula::parse(text, fault);
    if (!parsed) {
      params_.fault(key, index, fault.zh, fault.en);
      return std::nullopt;
    }
    for (const std::string& name : parsed->names()) {
      if (parsed->is_optional(name) && is_captured_somewhere(name)) continue;
      if (!known_figure(key, index, name)) return std::nullopt;
    }
    for (const std::string& word : parsed->words()) {
      for (const RelationPattern& pattern : rule_.patterns) {
        const Capture* capture = pattern.capture(word);
        if (capture != nullptr && !capture->is_figure) continue;
        params_.fault(key, index, "模式没有捕获方向词 " + word, "a pattern captures no word " + word);
        return std::nullopt;
      }
    }
    return parsed;
  }

  void lets() {
    std::size_t index = 0;
    for (const auto& [name, text] : params_.pairs("let")) {
      if (auto parsed = formula("let", index, text)) {
        if (parsed->is_comparison()) params_.fault("let", index, "这里不能用比较", "no comparison here");
        rule_.lets.emplace_back(name, std::move(*parsed));
      }
      ++index;
    }
  }

  void requirement() {
    const std::string text = params_.required("require");
    if (text.empty()) return;
    auto parsed = formula("require", 0, text);
    if (!parsed) return;
    if (!parsed->is_comparison())
      params_.fault("require", 0, "缺少比较（==、<=…）", "a comparison is missing (==, <=…)");
    rule_.actual = parsed->left_name();
    rule_.require.push_back(std::move(*parsed));
  }

  void expectation() {
    std::size_t index = 0;
    for (const auto& [key, text] : params_.pairs("expect")) {
      if (key == "actual") {
        if (known_figure("expect", index, text)) rule_.actual = text;
      } else if (key == "value") {
        if (auto parsed = formula("expect", index, text)) rule_.expected.push_back(std::move(*parsed));
      } else {
        params_.fault("expect", index, "只有 actual 和 value", "only actual and value");
      }
      ++index;
    }
  }

  void diagnoses() {
    rule_.diagnose = params_.texts("diagnose");
    for (std::size_t i = 0; i < rule_.diagnose.size(); ++i) {
      if (std::find(kDiagnoses.begin(), kDiagnoses.end(), rule_.diagnose[i]) != kDiagnoses.end()) continue;
      const Bilingual hint = did_you_mean(rule_.diagnose[i], {kDiagnoses.begin(), kDiagnoses.end()});
      params_.fault("diagnose", i, "没有 " + rule_.diagnose[i] + " 这种诊断" + hint.zh,
                    "unknown diagnosis " + rule_.diagnose[i] + hint.en);
    }
  }

  Params& params_;
  RelationRule rule_;
};

}  // namespace

RelationRule read_relation(Params& params) { return Reader(params).read(); }

}  // namespace gouji::check
