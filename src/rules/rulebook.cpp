// SPDX-License-Identifier: Apache-2.0
#include "rules/rulebook.hpp"

#include <algorithm>
#include <utility>

#include "rules/faults.hpp"
#include "rules/files.hpp"
#include "rules/lexicon_loader.hpp"
#include "rules/profile_loader.hpp"
#include "rules/rule_loader.hpp"

namespace gouji::rules {

const Rule* Rulebook::find(std::string_view id) const {
  const auto at = std::lower_bound(rules.begin(), rules.end(), id,
                                   [](const Rule& rule, std::string_view wanted) { return rule.id < wanted; });
  return at == rules.end() || at->id != id ? nullptr : &*at;
}

const check::Profile* Rulebook::profile(std::string_view id) const {
  const auto at =
      std::find_if(profiles.begin(), profiles.end(), [&](const check::Profile& profile) { return profile.id == id; });
  return at == profiles.end() ? nullptr : &*at;
}

namespace {

/// A folder of rules need not have profiles.
void read_profiles(const std::string& rules_dir, Rulebook& book, std::vector<SourceFile>& hashed,
                   std::vector<yaml::Fault>& faults) {
  std::vector<std::string> names;
  for (const Rule& rule : book.rules) {
    names.push_back(rule.id);
    if (std::find(names.begin(), names.end(), rule.family) == names.end()) names.push_back(rule.family);
  }
  std::vector<SourceFile> files;
  if (has_folder(rules_dir, "profiles")) files = read_yaml_files(rules_dir, "profiles", faults);
  book.profiles = load_profiles(files, names, faults);
  std::move(files.begin(), files.end(), std::back_inserter(hashed));
}

}  // namespace

Result<std::shared_ptr<Rulebook>> load_rulebook(const std::string& rules_dir) {
  std::vector<yaml::Fault> faults;
  auto book = std::make_shared<Rulebook>();
  std::vector<SourceFile> hashed = read_yaml_files(rules_dir, "lexicon", faults);
  book->lexicon = load_lexicon(hashed, faults);

  for (const std::string& pack : pack_names(rules_dir)) {
    std::vector<SourceFile> files = read_yaml_files(rules_dir, pack, faults);
    for (const SourceFile& file : files) {
      if (auto rule = load_rule(file, book->lexicon, faults)) book->rules.push_back(std::move(*rule));
    }
    std::move(files.begin(), files.end(), std::back_inserter(hashed));
  }
  std::stable_sort(book->rules.begin(), book->rules.end(), [](const Rule& a, const Rule& b) { return a.id < b.id; });
  for (std::size_t i = 1; i < book->rules.size(); ++i) {
    const Rule& rule = book->rules[i];
    const Rule& before = book->rules[i - 1];
    if (rule.id != before.id) continue;
    faults.push_back({rule.file,
                      {},
                      "规则 " + rule.id + " 已在 " + before.file + " 中",
                      "rule " + rule.id + " is already in " + before.file});
  }
  read_profiles(rules_dir, *book, hashed, faults);
  if (!faults.empty()) return to_error(std::move(faults));
  if (book->rules.empty()) {
    return Error{"no-rules",
                 {"这个文件夹里没有规则", "no rules in this folder"},
                 {"用 --rules 指明规则文件夹", "name the rules folder with --rules"},
                 rules_dir};
  }
  book->hash = hash_of(hashed);
  return book;
}

Bilingual say_tolerance(std::string_view word) {
  if (word == "sum")
    return {"各数按印出的末位四舍五入，允许各半步之和；只差在这之内算尾差，不报",
            "each figure may be rounded at its last printed place; a gap within the sum of the half steps is rounding"};
  if (word == "ratio")
    return {
        "由各数印出的末位推出真值区间，再放宽所写比率的半步；只是截尾的最多作提示",
        "the true ratio's interval from the printed places, widened by half a step of the stated one; a cut instead "
        "of a rounded digit is at most an info"};
  if (word == "days") return {"起止日算头算尾都认", "counted with or without the first day"};
  if (word == "words") return {"按字面，拿不准就不报", "by the words; in doubt silent"};
  return {"须完全相等", "none, it must be equal"};
}

}  // namespace gouji::rules
