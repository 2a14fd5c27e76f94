// SPDX-License-Identifier: Apache-2.0
#include "cli/rules_dir.hpp"

#include <cstdlib>
#include <filesystem>
#include <system_error>

namespace gouji::cli {

std::string find_rules_dir(const std::string& wish) {
  namespace fs = std::filesystem;
  if (!wish.empty()) return wish;
  const char* from_environment = std::getenv("GOUJI_RULES");
  if (from_environment != nullptr && *from_environment != '\0') return from_environment;
  std::error_code failed;
  const fs::path program = fs::read_symlink("/proc/self/exe", failed).parent_path();
  for (const char* beside : {"../../rules", "../share/gouji/rules"}) {
    const fs::path folder = (program / beside).lexically_normal();
    if (fs::is_directory(folder / "lexicon", failed)) return folder.string();
  }
  return "rules";
}

RulesDirs find_rules_dirs(const std::vector<std::string>& wishes) {
  RulesDirs dirs;
  for (const std::string& wish : wishes) {
    std::error_code failed;
    if (dirs.base.empty() && std::filesystem::is_directory(std::filesystem::path(wish) / "lexicon", failed)) {
      dirs.base = wish;
    } else {
      dirs.packs.push_back(wish);
    }
  }
  if (dirs.base.empty()) dirs.base = find_rules_dir("");
  return dirs;
}

}  // namespace gouji::cli
