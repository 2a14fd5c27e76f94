// Settings, layer by layer; the schema holds the keys that the reader knows.
// SPDX-License-Identifier: Apache-2.0
#include "config/read_config.hpp"

#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <map>

#include "config/find_config.hpp"
#include "config/ignore_tree.hpp"
#include "config/keys.hpp"
#include "support/catch.hpp"
#include "support/golden.hpp"
#include "support/temporary_folder.hpp"

namespace fs = std::filesystem;
namespace config = gouji::config;
using gouji::EngineOptions;
using gouji::Severity;

namespace {

using Folder = gouji::test::TemporaryFolder;

std::string faults_of(const std::string& text) {
  Folder folder;
  folder.write("gouji.toml", text);
  std::vector<gouji::toml::Fault> faults;
  static_cast<void>(config::read_config("gouji.toml", folder.path(), faults));
  return faults.empty() ? std::string() : gouji::error_of("bad-config", faults).message.en;
}

EngineOptions options_for(const Folder& folder, const std::string& document) {
  std::vector<gouji::toml::Fault> faults;
  const config::Config read = config::read_config("gouji.toml", folder.path(), faults);
  CHECK(faults.empty());
  return config::engine_options(config::settings_for(read, document, folder.path()), {});
}

}  // namespace

TEST_CASE("every key has its type, and every fault its place") {
  CHECK(faults_of("select = 1\n") == "gouji.toml:1:10: select must be a list, here it is a whole number");
  CHECK(faults_of("select = [1, '']\n") ==
        "gouji.toml:1:11: select must be a string, here it is a whole number\n"
        "gouji.toml:1:14: select has an empty item");
  CHECK(faults_of("with-low = 'yes'\n") == "gouji.toml:1:12: with-low must be true or false, here it is a string");
  CHECK(faults_of("profile = ''\n") == "gouji.toml:1:11: profile is empty");
  CHECK(faults_of("[severity]\ntotal = 1\n") == "gouji.toml:2:9: total must be a string, here it is a whole number");
  CHECK(faults_of("override = 3\n") == "gouji.toml:1:12: override must be a list, here it is a whole number");
  CHECK(faults_of("[[override]]\npath = '!a'\n") == "gouji.toml:2:8: path is no pattern: !a");
  CHECK(faults_of("[[override]]\npath = 'a'\nfail-on = 'error'\n").find("gouji.toml:3:1: unknown key fail-on") == 0);
  CHECK(faults_of("[limits]\ntime = 1.5\n") ==
        "gouji.toml:2:8: time must be a whole number, here it is a float or a time");
  CHECK(faults_of("extends = 'gouji.toml'\n") == "gouji.toml:1:11: extends leads back to gouji.toml");
  CHECK(faults_of("[limits]\ntime = 7\nfile-size = '12M'\n").empty());
}

TEST_CASE("a file goes over what it extends, an override over the file") {
  Folder folder;
  folder.write("up/common.toml",
               "select = ['total']\nextend-select = ['words']\nignore = ['dup']\nrules = ['mine']\n"
               "[severity]\ntotal = 'info'\n'change/rate' = 'info'\n");
  folder.write("gouji.toml",
               "extends = 'up/common.toml'\nextend-ignore = ['ref']\n[severity]\nchange = 'off'\n"
               "[[override]]\npath = ['2024/', '*.draft.docx']\nselect = []\nwith-low = true\n");
  const EngineOptions plain = options_for(folder, "a.docx");
  CHECK(plain.select == std::vector<std::string>{"total"});
  CHECK(plain.extend_select == std::vector<std::string>{"words"});
  CHECK(plain.ignore == std::vector<std::string>{"dup", "ref"});
  REQUIRE(plain.severity.size() == 2);  // the upper «change» takes the lower «change/rate» away
  CHECK(plain.severity[0].name == "total");
  CHECK(plain.severity[0].severity == Severity::info);
  CHECK_FALSE(plain.severity[1].severity.has_value());
  for (const char* document : {"2024/x/b.docx", "x/c.draft.docx"}) {
    const EngineOptions named = options_for(folder, document);
    CHECK(named.select.empty());
    CHECK(named.extend_select.empty());
    CHECK(named.with_low_confidence);
  }
  std::vector<gouji::toml::Fault> faults;
  const config::Config read = config::read_config("gouji.toml", folder.path(), faults);
  CHECK(read.layer.rules->words.front().value == folder.path() + "/up/mine");  // relative to its own file
  CHECK(config::settings_for(read, "a.docx", folder.path()).rules->words.front().origin.line == 4);
}

TEST_CASE("the nearest file, no further than .git, else the user's") {
  Folder folder;
  folder.write("gouji.toml", "select = ['a']\n");
  folder.write("p/.git/HEAD", "");
  folder.write("p/q/.gouji.toml", "select = ['b']\n");
  folder.write("user.toml", "select = ['c']\n");
  const auto first_of = [&](const std::string& document, config::Wishes wishes) {
    wishes.folder = folder.path();
    config::Finder finder(std::move(wishes));
    const auto found = finder.of(document);
    return found->layer.select ? found->layer.select->words.front().value : std::string();
  };
  const std::string user = folder.path() + "/user.toml";
  CHECK(first_of("x/y/d.docx", {}) == "a");
  CHECK(first_of("p/q/r/d.docx", {}) == "b");
  CHECK(first_of("p/d.docx", {}).empty());
  CHECK(first_of("p/d.docx", {{}, {}, false, user}) == "c");
  CHECK(first_of("p/q/d.docx", {{}, {}, false, user}) == "b");
  CHECK(first_of("p/q/d.docx", {{}, {}, true, user}).empty());
  CHECK(first_of("p/q/d.docx", {{}, "gouji.toml", false, user}) == "a");
}

TEST_CASE("ignore files: the nearest decides, the last line in it") {
  Folder folder;
  folder.write(".git/HEAD", "");
  folder.write(".goujiignore", "*.docx\n!a.docx\nstart/\n");
  folder.write("start/sub/.goujiignore", "!b.docx\n");
  config::IgnoreTree tree(folder.path() + "/start");
  CHECK_FALSE(tree.ignores(folder.path() + "/start/a.docx", false));
  CHECK(tree.ignores(folder.path() + "/start/b.docx", false));
  CHECK_FALSE(tree.ignores(folder.path() + "/start/sub/b.docx", false));
  CHECK_FALSE(tree.ignores(folder.path() + "/start/sub", true));
}

TEST_CASE("the schema on disk is what the table of keys says") {
  const auto difference =
      gouji::test::compare_golden(gouji::test::source_root() + "/src/config/gouji.schema.json", config::json_schema());
  INFO(difference.value_or(""));
  CHECK_FALSE(difference.has_value());
}

TEST_CASE("the reader knows every key of the table, and each one has an effect or a type") {
  const std::map<std::string, std::string> wrong{{"with-low", "'x'"}, {"no-external", "'x'"}};
  for (const config::Key& key : config::keys()) {
    const auto at = wrong.find(key.name);
    // a float is right for no key: who accepts it has not been read
    INFO(key.name);
    CHECK(faults_of(std::string(key.name) + " = " + (at == wrong.end() ? "1.5" : at->second) + "\n")
              .find(std::string("gouji.toml:1:")) == 0);
  }
}
