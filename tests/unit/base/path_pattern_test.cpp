// gitignore syntax: a table of cases, and the same table asked of git where it is installed.
// SPDX-License-Identifier: Apache-2.0
#include "base/path_pattern.hpp"

#include <stdlib.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

#include "support/catch.hpp"

namespace fs = std::filesystem;
using gouji::PathPattern;

namespace {

struct Case {
  const char* pattern;
  const char* path;  // of a file
  bool is_covered;
};

const Case kCases[] = {
    {"*.docx", "a.docx", true},
    {"*.docx", "x/y/a.docx", true},
    {"*.docx", "a.doc", false},
    {"*.docx", ".docx", true},
    {"/*.docx", "a.docx", true},
    {"/*.docx", "x/a.docx", false},
    {"foo", "foo", true},
    {"foo", "x/foo", true},
    {"foo", "foo/a", true},
    {"foo", "foobar", false},
    {"foo/", "foo", false},
    {"foo/", "foo/a", true},
    {"foo/", "x/foo/a", true},
    {"foo/bar", "foo/bar", true},
    {"foo/bar", "x/foo/bar", false},
    {"foo/*", "foo/test.json", true},
    {"foo/*", "foo/bar/hello.c", true},
    {"foo/*", "foo", false},
    {"frotz/", "a/frotz/b", true},
    {"doc/frotz/", "doc/frotz/x", true},
    {"doc/frotz/", "a/doc/frotz/x", false},
    {"**/foo", "foo", true},
    {"**/foo", "a/b/foo", true},
    {"**/foo/bar", "foo/bar", true},
    {"**/foo/bar", "a/foo/bar", true},
    {"abc/**", "abc/x", true},
    {"abc/**", "abc/x/y", true},
    {"abc/**", "abc", false},
    {"abc/**", "z/abc/x", false},
    {"a/**/b", "a/b", true},
    {"a/**/b", "a/x/b", true},
    {"a/**/b", "a/x/y/b", true},
    {"a/**/b", "ab", false},
    {"a/**/b", "a/xb", false},
    {"a**b", "axxb", true},
    {"a**b", "x/aby/ab", true},
    {"x/a**b", "x/a/b", false},
    {"x/**y/b", "x/aay/b", true},
    {"x/**y/b", "x/a/y/b", false},
    {"**", "a/b", true},
    {"*", "a", true},
    {"***/a", "x/a", true},
    {"***/a", "x/y/a", true},
    {"a?c", "abc", true},
    {"a?c", "ac", false},
    {"x/a?c", "x/a/c", false},
    {"[a-c]x", "bx", true},
    {"[a-c]x", "dx", false},
    {"[!a-c]x", "dx", true},
    {"[!a-c]x", "bx", false},
    {"[^a-c]x", "dx", true},
    {"[]]x", "]x", true},
    {"[]-]x", "-x", true},
    {"[[:digit:]]x", "7x", true},
    {"[[:digit:]]x", "ax", false},
    {"[[:upper:][:digit:]]x", "Qx", true},
    {"[a-", "a", false},
    {"[a", "[a", false},
    {"x/[!a]b", "x//b", false},
    {"\\#a", "#a", true},
    {"\\!a", "!a", true},
    {"#a", "#a", false},
    {"a\\ ", "a ", true},
    {"a ", "a", true},
    {"a\\*b", "a*b", true},
    {"a\\*b", "axb", false},
    {"a\\", "a\\", false},
    {"草稿", "2024/草稿/报告.docx", true},
    {"草稿*.docx", "草稿 1.docx", true},
    {"/附件/*.docx", "附件/1.docx", true},
    {"/附件/*.docx", "附件/旧/1.docx", false},
    {"~$*", "x/~$a.docx", true},
    {"/", "a", false},
    {"a/", "a/b/c", true},
    {"a/b/", "a/b/c/d", true},
    {"*a*a*a*a*a*a*b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaac", false},
};

bool covers(const char* line, const char* path) {
  const auto pattern = PathPattern::parse(line);
  return pattern && pattern->covers(path);
}

class Repository {
 public:
  Repository() {
    std::string name = (fs::temp_directory_path() / "gouji-git-XXXXXX").string();
    path_ = ::mkdtemp(name.data());
    is_ready_ = std::system(("git init -q '" + path_.string() + "' >/dev/null 2>&1").c_str()) == 0;
  }
  Repository(const Repository&) = delete;
  Repository& operator=(const Repository&) = delete;
  ~Repository() { fs::remove_all(path_); }
  [[nodiscard]] bool is_ready() const { return is_ready_; }
  [[nodiscard]] bool ignores(const std::string& pattern, const std::string& path) const {
    std::ofstream(path_ / ".gitignore") << pattern << '\n';
    std::ofstream(path_ / ".." / (path_.filename().string() + ".list")) << path << '\n';
    const std::string list = path_.string() + ".list";
    const int status =
        std::system(("cd '" + path_.string() + "' && git check-ignore -q --no-index --stdin <'" + list + "'").c_str());
    fs::remove(list);
    return status == 0;
  }

 private:
  fs::path path_;
  bool is_ready_ = false;
};

}  // namespace

TEST_CASE("patterns name the paths that gitignore's name") {
  for (const Case& each : kCases) {
    INFO(each.pattern << " on " << each.path);
    CHECK(covers(each.pattern, each.path) == each.is_covered);
  }
}

TEST_CASE("git says the same of every case") {
  const Repository repository;
  if (!repository.is_ready()) {
    WARN("git is not installed");
    return;
  }
  for (const Case& each : kCases) {
    if (std::string(each.path).find("//") != std::string::npos) continue;
    INFO(each.pattern << " on " << each.path);
    CHECK(repository.ignores(each.pattern, each.path) == each.is_covered);
  }
}

TEST_CASE("blank lines and comments are no patterns; negation and folders are kept apart") {
  CHECK_FALSE(PathPattern::parse("").has_value());
  CHECK_FALSE(PathPattern::parse("   ").has_value());
  CHECK_FALSE(PathPattern::parse("# note").has_value());
  CHECK(PathPattern::parse("!keep.docx")->is_negated());
  CHECK(PathPattern::parse("!keep.docx\r\n")->names("keep.docx", false));
  CHECK(PathPattern::parse("a/")->names("a", true));
  CHECK_FALSE(PathPattern::parse("a/")->names("a", false));
  CHECK(PathPattern::parse("报?.docx")->names("报告.docx", false));               // a character, where git takes a byte
  CHECK(PathPattern::parse("\xb1\xa8*")->names("\xb1\xa8\xb8\xe6.docx", false));  // a name in GB18030
}
