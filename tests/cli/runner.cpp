// Runs one command case: gouji_cli_test PROGRAM RULES CASE. A case is a folder:
//   cmd    a shell command; `gouji` is the program, the working folder is a fresh copy of in/
//   in/    files; NAME.docx.txt becomes NAME.docx, built from the plain form of docx/plain.hpp
//   out err exit   what must come (missing = empty, 0). {tmp} {rules} {version} {sha256} stand for what varies
// SPDX-License-Identifier: Apache-2.0
#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <regex>
#include <string>

#include "support/docx_builder.hpp"
#include "support/golden.hpp"

namespace {

namespace fs = std::filesystem;
using gouji::test::read_text;
using gouji::test::write_text;

void lay_out(const fs::path& from, const fs::path& to) {
  fs::create_directories(to);
  if (!fs::exists(from)) return;
  constexpr std::string_view kPlain = ".docx.txt";
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(from)) {
    const fs::path target = to / fs::relative(entry.path(), from);
    const std::string name = target.string();
    if (entry.is_directory()) {
      fs::create_directories(target);
    } else if (name.ends_with(kPlain)) {
      write_text(name.substr(0, name.size() - 4),
                 gouji::test::docx_from_plain(read_text(entry.path().string()).value_or("")));
    } else {
      write_text(name, read_text(entry.path().string()).value_or(""));
    }
  }
}

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
    text.replace(at, what.size(), with);
  return text;
}

std::string quoted(const std::string& path) { return "'" + replaced(path, "'", "'\\''") + "'"; }

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: gouji_cli_test PROGRAM RULES CASE\n";
    return 2;
  }
  const bool is_updating = gouji::test::is_updating();
  const fs::path program = fs::absolute(argv[1]);
  const std::string rules = fs::absolute(argv[2]).string();
  const fs::path folder = fs::absolute(argv[3]);

  std::string pattern = (fs::temp_directory_path() / "gouji-cli-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) return 2;
  const fs::path place = pattern;
  lay_out(folder / "in", place / "in");

  const std::string command = read_text((folder / "cmd").string()).value_or("");
  write_text((place / "script").string(), "cd " + quoted((place / "in").string()) +
                                              " || exit 99\nexport PATH=" + quoted(program.parent_path().string()) +
                                              ":\"$PATH\" GOUJI_RULES=" + quoted(rules) + "\nunset NO_COLOR\n" +
                                              command);
  const int raw = std::system(("sh " + quoted((place / "script").string()) + " >" + quoted((place / "out").string()) +
                               " 2>" + quoted((place / "err").string()) + " </dev/null")
                                  .c_str());
  const int status = WIFEXITED(raw) ? WEXITSTATUS(raw) : 128;

  const auto normalised = [&](const char* name) {
    std::string text = read_text((place / name).string()).value_or("");
    text = replaced(text, (place / "in").string(), "{tmp}");
    text = replaced(text, rules, "{rules}");
    text = replaced(text, GOUJI_VERSION, "{version}");
    return std::regex_replace(text, std::regex("\\b[0-9a-f]{64}\\b"), "{sha256}");
  };
  int failures = 0;
  const auto judge = [&](const char* name, const std::string& actual, const std::string& when_missing) {
    const std::string path = (folder / name).string();
    const bool has_file = fs::exists(path);
    if (!has_file && actual == when_missing) return;
    if (is_updating && actual == when_missing) {
      fs::remove(path);
    } else if (!has_file && !is_updating) {
      ++failures;
      std::cerr << path << " is missing, but there is:\n" << actual;
    } else if (const auto difference = gouji::test::compare_golden(path, actual)) {
      ++failures;
      std::cerr << *difference << '\n';
    }
  };
  judge("out", normalised("out"), "");
  judge("err", normalised("err"), "");
  judge("exit", std::to_string(status) + "\n", "0\n");
  fs::remove_all(place);
  return failures == 0 ? 0 : 1;
}
