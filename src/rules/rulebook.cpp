// SPDX-License-Identifier: Apache-2.0
#include "rules/rulebook.hpp"

#include <algorithm>
#include <iterator>
#include <map>
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

using Files = std::vector<SourceFile>;

/// What one folder of rules holds.
struct Folder {
  Files lexicon;
  Files rules;
  Files profiles;
};

void append(Files& to, Files from) { std::move(from.begin(), from.end(), std::back_inserter(to)); }

Files files_if_any(const std::string& dir, const std::string& folder, std::vector<yaml::Fault>& faults) {
  return has_folder(dir, folder) ? read_yaml_files(dir, folder, faults) : Files();
}

Folder read_base(const std::string& dir, std::vector<yaml::Fault>& faults) {
  Folder out;
  out.lexicon = read_yaml_files(dir, "lexicon", faults);
  for (const std::string& pack : pack_names(dir)) append(out.rules, read_yaml_files(dir, pack, faults));
  out.profiles = files_if_any(dir, "profiles", faults);
  return out;
}

/// FAMILY/NAME.yaml is the pack's own; PACK/FAMILY/NAME.yaml is a pack as the base holds them.
Folder read_pack(const std::string& dir, std::vector<yaml::Fault>& faults) {
  Folder out;
  const std::string name = name_of(dir);
  if (!has_folder(dir, ".")) {
    faults.push_back({dir, {}, {"没有这个文件夹", "there is no such folder"}});
    return out;
  }
  out.lexicon = files_if_any(dir, "lexicon", faults);
  for (const std::string& folder : pack_names(dir)) append(out.rules, read_yaml_files(dir, folder, faults));
  if (out.rules.empty()) faults.push_back({dir, {}, {"这个文件夹里没有规则", "no rules in this folder"}});
  for (SourceFile& file : out.rules) {
    if (std::count(file.relative.begin(), file.relative.end(), '/') == 1) file.relative = name + "/" + file.relative;
  }
  out.profiles = files_if_any(dir, "profiles", faults);
  for (Files* files : {&out.lexicon, &out.profiles}) {
    for (SourceFile& file : *files) file.relative = name + "/" + file.relative;
  }
  return out;
}

void report_taken_ids(const std::vector<const Rule*>& loaded, std::vector<yaml::Fault>& faults) {
  std::map<std::string, const Rule*> by_id;
  for (const Rule* rule : loaded) {
    const auto [at, is_new] = by_id.insert({rule->id, rule});
    if (is_new) continue;
    faults.push_back({rule->file,
                      rule->id_mark,
                      {"规则 " + rule->id + " 已在 " + at->second->file + " 中",
                       "rule " + rule->id + " is already in " + at->second->file}});
  }
}

std::vector<std::string> names_of(const std::vector<Rule>& rules) {
  std::vector<std::string> names;
  for (const Rule& rule : rules) {
    names.push_back(rule.id);
    if (std::find(names.begin(), names.end(), rule.family) == names.end()) names.push_back(rule.family);
  }
  return names;
}

}  // namespace

Result<std::shared_ptr<Rulebook>> load_rulebook(const std::string& rules_dir, const std::vector<std::string>& packs) {
  std::vector<yaml::Fault> faults;
  auto book = std::make_shared<Rulebook>();
  Folder all = read_base(rules_dir, faults);
  for (const std::string& pack : packs) {
    Folder more = read_pack(pack, faults);
    append(all.lexicon, std::move(more.lexicon));
    append(all.rules, std::move(more.rules));
    append(all.profiles, std::move(more.profiles));
  }
  book->lexicon = load_lexicon(all.lexicon, faults);
  for (const SourceFile& file : all.rules) {
    if (auto rule = load_rule(file, book->lexicon, faults)) book->rules.push_back(std::move(*rule));
  }
  std::vector<const Rule*> loaded;
  for (const Rule& rule : book->rules) loaded.push_back(&rule);
  report_taken_ids(loaded, faults);
  std::stable_sort(book->rules.begin(), book->rules.end(), [](const Rule& a, const Rule& b) { return a.id < b.id; });
  book->profiles = load_profiles(all.profiles, names_of(book->rules), faults);
  if (!faults.empty()) return to_error(std::move(faults));
  if (book->rules.empty()) {
    return Error{"no-rules",
                 {"这个文件夹里没有规则", "no rules in this folder"},
                 {"用 --rules 指明规则文件夹", "name the rules folder with --rules"},
                 rules_dir};
  }
  Files hashed = std::move(all.lexicon);
  append(hashed, std::move(all.rules));
  append(hashed, std::move(all.profiles));
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
