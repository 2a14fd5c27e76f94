// SPDX-License-Identifier: Apache-2.0
#include "check/table_relation_rule.hpp"

#include <algorithm>
#include <optional>

#include "base/nearest_word.hpp"
#include "check/param_words.hpp"

namespace gouji::check {
namespace {

class Reader {
 public:
  explicit Reader(Params& params) : params_(params) {}

  TableRelationRule read() {
    terms();
    const std::string require = params_.required("require");
    if (!require.empty()) add("require", 0, require, rule_.readings);
    const std::vector<std::string> readings = params_.texts("readings");
    for (std::size_t i = 0; i < readings.size(); ++i) add("readings", i, readings[i], rule_.readings);
    const std::vector<std::string> others = params_.texts("or");
    for (std::size_t i = 0; i < others.size(); ++i) add("or", i, others[i], rule_.others);
    rule_.unless = word_classes(params_, "unless");
    rule_.severity = params_.choice("table_severity", {"error", "warning", "info", "rule"}, "rule");
    rule_.skipped_rows = params_.texts("skip_rows");
    const std::vector<std::string> absent = params_.texts("without");
    for (std::size_t i = 0; i < absent.size(); ++i) {
      if (ColumnTerm* term = find("without", i, absent[i]); term != nullptr) term->is_absent = true;
    }
    for (const auto& [language, text] : params_.pairs("message"))
      (language == "en" ? rule_.message.en : rule_.message.zh) = text;
    if (!rule_.readings.empty()) judged_first(rule_.readings.front().left_name());
    return std::move(rule_);
  }

 private:
  void terms() {
    for (auto& [name, words] : params_.lists("columns")) {
      ColumnTerm term;
      term.name = name;
      for (const std::string& word : words) term.words.push_back(HeaderWord::read(word));
      rule_.terms.push_back(std::move(term));
    }
    if (rule_.terms.empty()) params_.fault("columns", 0, "没有列", "no columns");
    std::size_t index = 0;
    for (auto& [name, words] : params_.lists("not")) {
      if (ColumnTerm* term = find("not", index++, name); term != nullptr) term->excluded = words;
    }
    index = 0;
    for (const auto& [name, kind] : params_.pairs("kinds")) {
      ColumnTerm* term = find("kinds", index, name);
      if (term == nullptr) continue;
      static const std::vector<std::string> kKinds{"amount", "money", "count", "rate", "price", "score"};
      const auto at = std::find(kKinds.begin(), kKinds.end(), kind);
      if (at == kKinds.end()) {
        const Bilingual hint = did_you_mean(kind, kKinds);
        params_.fault("kinds", index, "没有 " + kind + " 这种列" + hint.zh, "unknown kind of column " + kind + hint.en);
      } else {
        term->kind = static_cast<TermKind>(at - kKinds.begin());
      }
      ++index;
    }
  }

  ColumnTerm* find(std::string_view key, std::size_t index, const std::string& name) {
    const auto found =
        std::find_if(rule_.terms.begin(), rule_.terms.end(), [&](const ColumnTerm& term) { return term.name == name; });
    if (found != rule_.terms.end()) return &*found;
    std::vector<std::string> names;
    for (const ColumnTerm& term : rule_.terms) names.push_back(term.name);
    const Bilingual hint = did_you_mean(name, names);
    params_.fault(key, index, "columns 里没有 " + name + hint.zh, "columns has no " + name + hint.en);
    return nullptr;
  }

  void add(std::string_view key, std::size_t index, const std::string& text, std::vector<Formula>& out) {
    Bilingual fault;
    auto parsed = Formula::parse(text, fault);
    if (!parsed) return params_.fault(key, index, fault.zh, fault.en);
    if (!parsed->is_comparison()) return params_.fault(key, index, "缺少比较（==）", "a comparison is missing (==)");
    if (key == "require" && parsed->left_name().empty())
      return params_.fault(key, index, "左边应只有被核对的一列", "the judged column must stand alone on the left");
    for (const std::string& name : parsed->names()) {
      ColumnTerm* term = find(key, index, name);
      if (term == nullptr) return;
      term->is_optional = term->is_optional || parsed->is_optional(name);
    }
    out.push_back(std::move(*parsed));
  }

  void judged_first(const std::string& name) {
    const auto judged =
        std::find_if(rule_.terms.begin(), rule_.terms.end(), [&](const ColumnTerm& term) { return term.name == name; });
    if (judged != rule_.terms.end()) std::rotate(rule_.terms.begin(), judged, judged + 1);
  }

  Params& params_;
  TableRelationRule rule_;
};

}  // namespace

TableRelationRule read_table_relation(Params& params) { return Reader(params).read(); }

}  // namespace gouji::check
