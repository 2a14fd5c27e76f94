// SPDX-License-Identifier: Apache-2.0
#include "check/identity_rule.hpp"

#include <algorithm>
#include <optional>

#include "check/param_words.hpp"
#include "facts/label.hpp"

namespace gouji::check {
namespace {

bool ends_with(std::string_view text, std::string_view tail) {
  return text.size() >= tail.size() && text.substr(text.size() - tail.size()) == tail;
}

class Reader {
 public:
  explicit Reader(Params& params) : params_(params) {}

  IdentityRule read() {
    regions();
    terms();
    sums("formula", rule_.sums);
    if (rule_.sums.empty()) params_.fault("formula", 0, "至少要一个公式", "at least one formula is needed");
    sums("or", rule_.others);
    sums("unopened", rule_.unopened);
    rule_.unopened_unless = word_classes(params_, "unopened_unless");
    patterns();
    rule_.unless = word_classes(params_, "unless");
    rule_.unless_labels = word_classes(params_, "unless_labels");
    rule_.unless_pattern = word_classes(params_, "unless_pattern");
    names("subject", rule_.subjects);
    names("try", rule_.alternatives);
    names("unless_stated", rule_.unless_stated);
    rule_.is_double_table = params_.flag("double_table", false);
    rule_.when_also = params_.texts("when_also");
    rule_.filler = params_.lexicon().class_id("label_filler");
    rule_.head = params_.lexicon().class_id("label_head");
    rule_.tail = params_.lexicon().class_id("label_tail");
    rule_.scope = params_.lexicon().class_id("scope");
    return std::move(rule_);
  }

 private:
  void regions() {
    const std::vector<std::string> names{"sentence", "paragraph", "section", "row", "table"};
    std::vector<std::string> chosen = params_.texts("within");
    if (chosen.empty()) chosen = {"sentence"};
    for (std::size_t i = 0; i < chosen.size(); ++i) {
      const auto found = std::find(names.begin(), names.end(), chosen[i]);
      if (found == names.end()) {
        params_.fault("within", i, "只能是 sentence | paragraph | section | row | table",
                      "one of sentence | paragraph | section | row | table");
      } else {
        rule_.within.push_back(static_cast<Region>(found - names.begin()));
      }
    }
  }

  void terms() {
    for (auto& [name, words] : params_.lists("terms")) rule_.terms.push_back({name, std::move(words), {}});
    for (std::string& name : params_.texts("captured")) rule_.terms.push_back({std::move(name), {}, {}});
    if (rule_.terms.empty()) params_.fault("terms", 0, "至少要一个项", "at least one term is needed");
    std::size_t index = 0;
    for (auto& [name, words] : params_.lists("not")) {
      if (const auto at = term("not", index, name)) rule_.terms[*at].excluded = std::move(words);
      ++index;
    }
  }

  std::optional<std::size_t> term(std::string_view key, std::size_t index, const std::string& name) {
    const auto found = std::find_if(rule_.terms.begin(), rule_.terms.end(),
                                    [&](const IdentityTerm& each) { return each.name == name; });
    if (found != rule_.terms.end()) return static_cast<std::size_t>(found - rule_.terms.begin());
    std::string names;
    for (const IdentityTerm& each : rule_.terms) names += (names.empty() ? "" : "、") + each.name;
    params_.fault(key, index, "terms 里没有 " + name + "（有：" + names + "）",
                  "terms has no " + name + " (it has: " + names + ")");
    return std::nullopt;
  }

  void names(std::string_view key, std::vector<std::size_t>& out) {
    const std::vector<std::string> texts = params_.texts(key);
    for (std::size_t i = 0; i < texts.size(); ++i) {
      if (const auto at = term(key, i, texts[i])) out.push_back(*at);
    }
  }

  void sums(std::string_view key, std::vector<Sum>& out) {
    const std::vector<std::string> texts = params_.texts(key);
    for (std::size_t i = 0; i < texts.size(); ++i) add_sum(key, i, texts[i], out);
  }

  void add_sum(std::string_view key, std::size_t index, const std::string& text, std::vector<Sum>& out) {
    Bilingual fault;
    const auto formula = Formula::parse(text, fault);
    if (!formula) return params_.fault(key, index, fault.zh, fault.en);
    std::vector<Formula::Summand> summands;
    if (!formula->is_comparison() || !formula->left_summands(summands) || formula->right_name().empty()) {
      return params_.fault(key, index, "应为 a + b - c == d 的形式", "must have the form a + b - c == d");
    }
    Sum sum;
    for (const Formula::Summand& summand : summands) {
      const auto at = term(key, index, summand.name);
      if (!at) return;
      sum.parts.push_back({*at, summand.negative, formula->is_optional(summand.name)});
    }
    const auto total = term(key, index, formula->right_name());
    if (!total) return;
    sum.total = *total;
    out.push_back(std::move(sum));
  }

  void patterns() {
    const std::vector<std::string> texts = params_.texts("when");
    for (std::size_t i = 0; i < texts.size(); ++i) {
      Bilingual fault;
      auto pattern = RelationPattern::compile(texts[i], params_.lexicon(), fault);
      if (!pattern) {
        params_.fault("when", i, fault.zh, fault.en);
        continue;
      }
      for (const Capture& capture : pattern->captures()) {
        if (capture.is_figure) term("when", i, capture.name);
      }
      rule_.patterns.push_back(std::move(*pattern));
    }
  }

  Params& params_;
  IdentityRule rule_;
};

// 2023年, 2023年度, 2023年底, 12月31日 and the like in front of a label say nothing about what it names.
std::size_t date_prefix(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
  if (at == 0 || at > 4 || at == 3) return 0;
  if (at == 4 && at == text.size()) return at;  // 2023|年初结转和结余
  for (const std::string_view word : {"年度", "年底", "年末", "年初", "年", "月底", "月末", "月份", "月", "日"}) {
    if (text.substr(at, word.size()) == word && (at == 4) == (word.substr(0, 3) == "年")) return at + word.size();
  }
  return 0;
}

bool is_harmless(const IdentityRule& rule, const lexicon::Lexicon& lexicon, std::string_view prefix) {
  while (!prefix.empty()) {
    std::size_t taken = date_prefix(prefix);
    for (const lexicon::ClassId id : {rule.filler, rule.scope, rule.head}) {
      if (id != lexicon::kNoClass) taken = std::max(taken, facts::prefix_of(lexicon, id, prefix));
    }
    if (taken == 0) return false;
    prefix.remove_prefix(taken);
  }
  return true;
}

// The longest would take 总额为 away from 资产总额为.
std::size_t shortest_tail(const IdentityRule& rule, const lexicon::Lexicon& lexicon, std::string_view label) {
  std::size_t shortest = 0;
  if (rule.tail == lexicon::kNoClass) return shortest;
  for (const std::string& word : lexicon.words(rule.tail)) {
    if (ends_with(label, word) && (shortest == 0 || word.size() < shortest)) shortest = word.size();
  }
  return shortest;
}

}  // namespace

IdentityRule read_identity(Params& params) { return Reader(params).read(); }

TermMatch match_term(const IdentityRule& rule, const lexicon::Lexicon& lexicon, std::string_view label) {
  TermMatch match;
  std::vector<bool> excluded(rule.terms.size(), false);
  // A tail word (为, 合计…) is cut only when the label does not match with it: 收入合计 may be a term of its own.
  while (!label.empty()) {
    for (std::size_t i = 0; i < rule.terms.size(); ++i) {
      const auto& barred = rule.terms[i].excluded;
      excluded[i] = excluded[i] || std::any_of(barred.begin(), barred.end(),
                                               [&](const std::string& word) { return ends_with(label, word); });
      for (const std::string& word : rule.terms[i].words) {
        if (word.size() > match.word.size() && ends_with(label, word)) {
          match.term = i;
          match.word = word;
        }
      }
    }
    if (match.found()) break;
    const std::size_t tail = shortest_tail(rule, lexicon, label);
    if (tail == 0) return {};
    label.remove_suffix(tail);
  }
  if (!match.found() || excluded[match.term]) return {};
  const std::string_view before = label.substr(0, label.size() - match.word.size());
  match.is_qualified = !is_harmless(rule, lexicon, before);
  if (match.is_qualified) match.subject = before;
  return match;
}

}  // namespace gouji::check
