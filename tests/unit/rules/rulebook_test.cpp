// All faults of all files are told at once, each with its place and the nearest valid word.
// SPDX-License-Identifier: Apache-2.0
#include "rules/rulebook.hpp"

#include <stdlib.h>

#include <filesystem>
#include <fstream>

#include "base/nearest_word.hpp"
#include "rules/examples.hpp"
#include "support/catch.hpp"
#include "support/temporary_folder.hpp"

namespace fs = std::filesystem;
namespace rules = gouji::rules;

namespace {

using Folder = gouji::test::TemporaryFolder;

const char* const kLexicon =
    "words:\n  prior: [上年, 去年]\n"
    "units:\n  - { word: 万元, kind: money, scale: 10000, base: 元 }\n";

std::string rule(const std::string& id, const std::string& rest) {
  return "id: " + id +
         "\ntitle: { zh: 甲, en: a }\nseverity: error\nconfidence: high\ncheck: relation\n"
         "source: practice\nfix: { zh: 改, en: mend }\n" +
         rest;
}

const char* const kGood = "when: ['预算~{budget:money}~~支出~{done:money}']\nrequire: done <= budget\n";

std::string faults_of(const Folder& folder) {
  const auto book = rules::load_rulebook(folder.path());
  if (book.has_value()) return {};
  CHECK(book.error().code == "bad-rules");
  std::string text = book.error().message.en;
  const std::string prefix = folder.path() + "/";
  for (std::size_t at = 0; (at = text.find(prefix)) != std::string::npos;) text.erase(at, prefix.size());
  return text;
}

}  // namespace

TEST_CASE("a right pack loads, sorted, with a hash that follows its files") {
  Folder folder;
  folder.write("lexicon/a.yaml", kLexicon);
  folder.write("pack/ratio/two.yaml", rule("ratio/two", kGood));
  folder.write("pack/ratio/one.yaml", rule("ratio/one", kGood));
  const auto book = rules::load_rulebook(folder.path());
  REQUIRE(book.has_value());
  REQUIRE(book.value()->rules.size() == 2);
  CHECK(book.value()->rules[0].id == "ratio/one");
  CHECK(book.value()->find("ratio/two")->family == "ratio");
  CHECK(book.value()->lexicon.has_class("prior"));
  const std::string hash = book.value()->hash;
  CHECK(hash.size() == 64);
  folder.write("pack/ratio/one.yaml", rule("ratio/one", std::string(kGood) + "# changed\n"));
  CHECK(rules::load_rulebook(folder.path()).value()->hash != hash);
}

TEST_CASE("every fault is told with its place") {
  Folder folder;
  folder.write("lexicon/a.yaml",
               "words:\n  prior: [上年, 上年]\nunits:\n  - { word: 元, kind: mony, scale: 1, base: 元 }\n");
  folder.write("pack/ratio/one.yaml",
               rule("ratio/one", "when: ['预算{budget:mony}', '(']\nrequire: done <= budget\nseverty: x\n"));
  folder.write("pack/ratio/two.yaml", rule("ratio/other", kGood));
  CHECK(faults_of(folder) ==
        "lexicon/a.yaml:2:15: duplicate word 上年\n"
        "lexicon/a.yaml:4:22: unknown kind of unit mony (did you mean money?)\n"
        "pack/ratio/one.yaml:8:8: when: unknown capture type or word class mony (did you mean money?)\n"
        "pack/ratio/one.yaml:8:27: when: bad pattern: missing ): (\n"
        "pack/ratio/one.yaml:10:1: unknown key severty (did you mean severity?)\n"
        "pack/ratio/two.yaml:1:5: id: the id does not match the path; the file belongs at pack/ratio/other.yaml");
}

TEST_CASE("formulas may only use what the patterns capture") {
  Folder folder;
  folder.write("lexicon/a.yaml", kLexicon);
  folder.write("pack/ratio/one.yaml", rule("ratio/one", "when: ['{a:money}']\nrequire: a == b\n"));
  CHECK(faults_of(folder).find("9:10: require: a pattern captures no figure b (it has: a)") != std::string::npos);
}

TEST_CASE("two packs may not hold the same rule; unknown kinds name the nearest") {
  Folder folder;
  folder.write("lexicon/a.yaml", kLexicon);
  folder.write("p/ratio/one.yaml", rule("ratio/one", kGood));
  folder.write("q/ratio/one.yaml", rule("ratio/one", kGood));
  CHECK(faults_of(folder).find("q/ratio/one.yaml:1:5: rule ratio/one is already in p/ratio/one.yaml") == 0);
  folder.write("q/ratio/one.yaml", "id: ratio/one\ncheck: relatoin\n");
  CHECK(faults_of(folder).find("unknown kind of check relatoin (did you mean relation?)") != std::string::npos);
  CHECK(faults_of(folder).find("missing key severity") != std::string::npos);
}

TEST_CASE("a folder without rules says so") {
  Folder folder;
  folder.write("lexicon/a.yaml", kLexicon);
  CHECK(rules::load_rulebook(folder.path()).error().code == "no-rules");
  CHECK(rules::load_rulebook(folder.path() + "/none").error().code == "bad-rules");
}

TEST_CASE("examples need three of each") {
  Folder folder;
  folder.write("a.examples.yaml", "fire: [a, b, c]\nsilent: [a]\nsient: []\n");
  const auto examples = rules::load_examples(folder.path() + "/a.yaml");
  REQUIRE_FALSE(examples.has_value());
  CHECK(examples.error().message.en.find("2:1: silent needs at least three examples") != std::string::npos);
  CHECK(examples.error().message.en.find("did you mean silent?") != std::string::npos);
  CHECK(rules::load_examples(folder.path() + "/b.yaml").error().code == "no-examples");
}

TEST_CASE("the nearest word is named only when it is near") {
  CHECK(gouji::nearest("severty", {"severity", "source"}) == "severity");
  CHECK(gouji::nearest("colour", {"severity", "source"}).empty());
}
