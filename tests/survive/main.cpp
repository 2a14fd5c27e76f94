// gouji_survive RULES DIR [--external] [--trace] [--limit NAME=VALUE]…: every document below a folder checked in one
// process, limits on. Prints counts by outcome, the slowest and the largest; ends with 1 when an assertion of our own
// failed. --external lets other programs read .doc, .pdf and the like; --trace names each file before it is read.
// SPDX-License-Identifier: Apache-2.0
#include <malloc.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

#include "input/file_kind.hpp"
#include "support/engine.hpp"
#include "support/golden.hpp"
#include "support/survival.hpp"

namespace {

namespace fs = std::filesystem;

std::vector<std::string> documents_below(const std::string& folder, bool with_external) {
  std::vector<std::string> paths;
  std::error_code problem;
  constexpr auto kSkip = fs::directory_options::skip_permission_denied;
  for (fs::recursive_directory_iterator at(folder, kSkip, problem), end; at != end; at.increment(problem)) {
    const std::string path = at->path().string();
    if (!at->is_regular_file(problem) || !gouji::input::is_document_name(path)) continue;
    if (with_external || !gouji::input::needs_program(path)) paths.push_back(path);
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace

int main(int argc, char** argv) {
  const std::vector<std::string> words(argv + 1, argv + argc);
  gouji::EngineOptions options;
  options.input.with_programs = false;
  std::vector<std::string> folders;
  bool traces = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == "--external") {
      options.input.with_programs = true;
    } else if (words[i] == "--trace") {
      traces = true;
    } else if (words[i] == "--limit" && i + 1 < words.size()) {
      const std::string& limit = words[++i];
      const std::size_t equals = std::min(limit.find('='), limit.size() - 1);
      if (const auto wrong = gouji::set_limit(options.limits, limit.substr(0, equals), limit.substr(equals + 1))) {
        std::cerr << wrong->message.en << '\n';
        return 2;
      }
    } else {
      folders.push_back(words[i]);
    }
  }
  if (folders.size() != 2) {
    std::cerr << "usage: gouji_survive RULES DIR [--external] [--trace] [--limit NAME=VALUE]…\n";
    return 2;
  }
  mallopt(M_TRIM_THRESHOLD, 1 << 30);  // as the program does
  mallopt(M_MMAP_THRESHOLD, 1 << 30);
  options.rules_dir = folders[0];
  const gouji::Engine engine = gouji::test::engine_or_exit(options);
  gouji::test::Survival survival;
  for (const std::string& path : documents_below(folders[1], options.input.with_programs)) {
    if (traces) std::cerr << path << '\n';
    if (auto bytes = gouji::test::read_text(path)) survival.check(engine, path, std::move(*bytes));
  }
  survival.print();
  return survival.internal_errors() == 0 ? 0 : 1;
}
