// The rules of all packs, ready to run, with the lexicon they were read against. Immutable after loading; shared by all
// threads. In: a rules folder (lexicon/, profiles/, and one folder for each pack). Out: the engine.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "check/check.hpp"
#include "check/profile.hpp"
#include "gouji/finding.hpp"
#include "lexicon/lexicon.hpp"
#include "yaml/yaml.hpp"

namespace gouji::rules {

struct Rule {
  std::string id;      // change/rate
  std::string family;  // change
  std::string pack;    // cn-report
  Bilingual title;
  Severity severity = Severity::info;
  Confidence confidence = Confidence::low;
  std::string kind;                 // kind of check, see check/kinds.cpp
  std::string within;               // scope as the rule file names it; may be empty
  std::string source;               // "practice", or document number and article
  Bilingual asserts;                // what must hold, with its formula; may be empty
  std::string tolerance = "exact";  // a word of kTolerances
  std::string notes;                // for people who read the rule; may be empty
  Bilingual fix;
  bool is_mechanical = false;  // expected may replace actual as it is
  std::string file;            // path of the rule file
  yaml::Mark id_mark{};
  std::unique_ptr<check::Check> check;
};

/// What a rule lets pass, in words for people: sum, ratio, days, exact, words.
[[nodiscard]] Bilingual say_tolerance(std::string_view word);

struct Rulebook {
  lexicon::Lexicon lexicon;
  std::vector<Rule> rules;               // sorted by id
  std::vector<check::Profile> profiles;  // sorted by id; `default` is one of them
  std::string hash;                      // sha256 over all rule, lexicon and profile files

  [[nodiscard]] const Rule* find(std::string_view id) const;
  [[nodiscard]] const check::Profile* profile(std::string_view id) const;
};

/// Loads every pack. All faults of all files come in one Error "bad-rules", a line each: file:line:column: text.
/// A folder without rules is an Error "no-rules". `packs` are further folders that each hold FAMILY/NAME.yaml, or packs
/// as rules_dir does; their lexicon/ and profiles/ add to the first one's.
[[nodiscard]] Result<std::shared_ptr<Rulebook>> load_rulebook(const std::string& rules_dir,
                                                              const std::vector<std::string>& packs = {});

}  // namespace gouji::rules
