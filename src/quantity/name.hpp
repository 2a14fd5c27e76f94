// What a noun phrase, row label or header says: the canonical subject, and the role, year, period and scope in it.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "quantity/quantity.hpp"

namespace gouji::quantity {

struct Name {
  std::string subject;
  Role role = Role::unknown;
  facts::Period period = facts::Period::unknown;
  int year = 0;
  std::string scope;
  bool is_subject_path = false;  // 类款项: …（款）…（项）
  bool is_spending = false;      // …支出: a name by function or kind of spending
};

class Namer {
 public:
  explicit Namer(const lexicon::Lexicon& lexicon);

  /// Short forms that the document introduces: 以下简称“X”.
  void add_alias(std::string written, std::string full) { aliases_[std::move(written)] = std::move(full); }

  [[nodiscard]] Name read(std::string_view phrase) const;
  [[nodiscard]] Naming naming_of(const Name& name) const;
  /// 一般公共预算财政拨款 and 一般公共预算 are one scope; empty when the text names none.
  [[nodiscard]] std::string scope_in(std::string_view text) const;
  /// Words that set a figure apart, in order, each once, parted by blanks; empty = a plain figure.
  /// What `subject` says itself sets nothing apart.
  [[nodiscard]] std::string context_in(std::string_view text, const std::string& subject) const;
  [[nodiscard]] bool has(lexicon::ClassId id, std::string_view text) const { return lexicon_.contains(id, text); }
  [[nodiscard]] bool is_column_filler(const std::string& text) const;
  /// 一般公共预算, or its 收入 or 支出: a scope and nothing else.
  [[nodiscard]] bool is_scope(std::string_view text) const;
  [[nodiscard]] bool is_column_total(const std::string& text) const { return is(column_total_, text); }
  [[nodiscard]] bool has_one_scope(const std::string& subject) const { return is(one_scope_, subject); }
  [[nodiscard]] bool is_sum_word(const std::string& text) const { return is(sum_word_, text); }
  [[nodiscard]] bool is_known(const std::string& subject) const { return is(known_, subject); }
  /// The known name that ends like this and begins like `whole`: 购置费 of 公务用车购置及运行维护费.
  [[nodiscard]] std::string full_name(const std::string& part, const std::string& whole) const;
  /// A name that only one thing has: a known one, or one that ends like a project or fund and holds no joining words.
  [[nodiscard]] bool names_one_thing(const std::string& subject) const;
  [[nodiscard]] bool names_rate(const std::string& subject) const;
  [[nodiscard]] bool ends_like_topic(const std::string& subject) const;

  lexicon::ClassId prior, adjusting, unit_table;

 private:
  [[nodiscard]] bool is(lexicon::ClassId id, std::string_view text) const;
  [[nodiscard]] Role role_word(std::string_view text) const;  // the text is nothing but a role
  [[nodiscard]] bool strip_front(std::string& text, Name& name) const;
  [[nodiscard]] bool strip_back(std::string& text, Name& name) const;
  [[nodiscard]] bool cut_scope(std::string& text, Name& name) const;

  const lexicon::Lexicon& lexicon_;
  lexicon::ClassId lead_, owner_, tail_, whole_, known_, generic_, scope_, apart_, level_, bearer_, filler_, current_,
      column_total_, span_, topic_end_, project_end_, joining_, rate_end_, one_scope_, sum_word_, function_;
  std::vector<std::pair<lexicon::ClassId, Role>> roles_;
  std::map<std::string, std::string> same_;
  std::map<std::string, std::string> aliases_;
};

}  // namespace gouji::quantity
