// Profiles: what a file leaves out comes from the default; faults have line and column.
// SPDX-License-Identifier: Apache-2.0
#include "rules/profile_loader.hpp"

#include "support/catch.hpp"

using namespace gouji;

namespace {

const char* const kDefault =
    "id: default\ntitle: { zh: 通用, en: General }\nsource: practice\nfull: 100\n"
    "grades:\n  - { words: [优, 优秀], from: 90 }\n  - { words: [差], from: 0 }\n"
    "execution_score: { rule: proportional }\n";

std::vector<check::Profile> load(const std::string& name, const std::string& text, std::vector<yaml::Fault>& faults) {
  return rules::load_profiles(
      {{"default.yaml", "profiles/default.yaml", kDefault}, {name + ".yaml", "profiles/" + name + ".yaml", text}},
      {"total", "total/headcount"}, faults);
}

}  // namespace

TEST_CASE("a profile takes from the default what it does not say") {
  std::vector<yaml::Fault> faults;
  const auto profiles = load("north",
                             "id: north\ntitle: { zh: 北, en: North }\nsource: practice\n"
                             "rules:\n  - { rule: total, genres: [budget], severity: info }\n"
                             "  - { rule: total/headcount, off: true }\n",
                             faults);
  CHECK(faults.empty());
  REQUIRE(profiles.size() == 2);
  const check::Profile& north = profiles.back();
  CHECK(north.grades.size() == 2);
  CHECK(north.execution == check::ExecutionScore::proportional);
  REQUIRE(north.setting("total/nested", "budget") != nullptr);
  CHECK(north.setting("total/nested", "budget")->severity == Severity::info);
  CHECK(north.setting("total/nested", "audit") == nullptr);
  CHECK(north.setting("total/headcount", "audit")->is_off);
}

TEST_CASE("faults of a profile have their place") {
  std::vector<yaml::Fault> faults;
  load("north",
       "id: south\ntitle: { zh: 北, en: North }\nsource: practice\n"
       "grades:\n  - { words: [良], from: 80 }\n  - { words: [优], from: 90 }\n"
       "rules:\n  - { rule: totals, off: maybe }\n  - { rule: total, genres: [budgets], off: true }\n",
       faults);
  REQUIRE(faults.size() == 5);
  CHECK(faults[0].mark.line == 1);  // the name of the file
  CHECK(faults[1].mark.line == 6);  // not from the highest down
  CHECK(faults[2].mark.line == 8);
  CHECK(faults[2].text.en.find("total") != std::string::npos);
  CHECK(faults[3].mark.line == 8);
  CHECK(faults[4].mark.line == 9);
}
