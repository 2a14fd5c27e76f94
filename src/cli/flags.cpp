// Every command of the program, in the order of its help.
// SPDX-License-Identifier: Apache-2.0
#include <string_view>

#include "cli/command_line.hpp"

namespace gouji::cli {
namespace {

Language language_of(int argc, const char* const* argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == "--lang=en" || (word == "--lang" && i + 1 < argc && std::string_view(argv[i + 1]) == "en"))
      return Language::en;
    if (word == "--") break;
  }
  return Language::zh;
}

}  // namespace

Parsed parse(int argc, const char* const* argv) {
  CommandLine line(language_of(argc, argv));
  add_check_command(line);
  add_diff_command(line);
  add_show_commands(line);
  add_annotate_command(line);
  add_rules_commands(line);
  add_completion_commands(line);
  add_config_commands(line);
  return line.run(argc, argv);
}

}  // namespace gouji::cli
