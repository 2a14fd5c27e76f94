// The command line as plain values: commands, flags and what their values are. Completion and the manual are made of
// it, so neither can differ from what is parsed.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace gouji::cli {

enum class ValueKind { none, any, words, files, folders, rules, genres, profiles, format_file, limits };

struct Flag {
  std::vector<std::string> names;  // "-j", "--jobs"; for a positional its name, such as "PATH"
  std::string value;               // what the help calls the value; empty = takes none
  std::string says;
  ValueKind kind = ValueKind::none;
  std::vector<std::string> words;  // for kind words
  bool is_positional = false;
  bool is_required = false;
  bool is_repeated = false;
};

struct Command {
  std::string name;
  std::string says;
  std::vector<Flag> flags;
  std::vector<Command> commands;

  [[nodiscard]] const Flag* flag(const std::string& wanted) const;
  [[nodiscard]] const Command* command(const std::string& wanted) const;
  [[nodiscard]] const Flag* positional(std::size_t index) const;  // the last takes all that follow
};

/// Hidden commands and flags are left out.
[[nodiscard]] Command describe(const CLI::App& app);

}  // namespace gouji::cli
