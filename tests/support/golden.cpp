// SPDX-License-Identifier: Apache-2.0
#include "support/golden.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

namespace gouji::test {
namespace {

bool is_set(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr && *value != '\0';
}

}  // namespace

bool is_updating() {
  if (!is_set("GOUJI_UPDATE")) return false;
  if (is_set("CI")) {
    std::cerr << "GOUJI_UPDATE is refused when CI is set: expectations are rewritten by people who read the diff\n";
    std::exit(2);
  }
  return true;
}

std::optional<std::string> read_text(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return std::nullopt;
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

void write_text(const std::string& path, const std::string& text) {
  std::filesystem::create_directories(std::filesystem::path(path).parent_path());
  std::ofstream(path, std::ios::binary | std::ios::trunc) << text;
}

std::optional<std::string> compare_golden(const std::string& path, const std::string& actual) {
  const std::optional<std::string> expected = read_text(path);
  if (expected && *expected == actual) return std::nullopt;
  if (is_updating()) {
    write_text(path, actual);
    return std::nullopt;
  }
  if (!expected) return path + " is missing; GOUJI_UPDATE=1 writes it. Output:\n" + actual;
  std::istringstream want(*expected);
  std::istringstream got(actual);
  std::string want_line;
  std::string got_line;
  for (int number = 1;; ++number) {
    const bool has_want = static_cast<bool>(std::getline(want, want_line));
    const bool has_got = static_cast<bool>(std::getline(got, got_line));
    if (has_want && has_got && want_line == got_line) continue;
    return path + ":" + std::to_string(number) + ": expected\n  " + (has_want ? want_line : "(end)") + "\ngot\n  " +
           (has_got ? got_line : "(end)") + "\nwhole output:\n" + actual;
  }
}

std::string source_root() {
  const char* root = std::getenv("GOUJI_ROOT");
  return root != nullptr && *root != '\0' ? root : ".";
}

}  // namespace gouji::test
