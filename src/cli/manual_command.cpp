// gouji manual: the commands and their flags as roff, which the build puts into share/man/*.in.
// SPDX-License-Identifier: Apache-2.0
#include <iostream>
#include <string>

#include "cli/command_tree.hpp"
#include "cli/commands.hpp"

namespace gouji::cli {
namespace {

/// A hyphen of a flag is a minus; a line that starts with a dot or a quote is text; a list of words may
/// be broken.
std::string roff(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else if (c == '|') {
      out += "|\\:";
    } else if ((c == '.' || c == '\'') && (out.empty() || out.back() == '\n')) {
      out += std::string("\\&") + c;
    } else {
      out += c;
    }
  }
  return out;
}

std::string shown(const Flag& flag) {
  std::string out;
  for (const std::string& name : flag.names) out += (out.empty() ? "\\fB" : ", \\fB") + roff(name) + "\\fR";
  if (!flag.value.empty() && !flag.is_positional) out += " \\fI" + roff(flag.value) + "\\fR";
  return out;
}

void print_command(const Command& command, const std::string& path, Language language) {
  if (!path.empty()) {
    std::cout << ".SS \"" << roff(path);
    for (const Flag& flag : command.flags) {
      if (flag.is_positional)
        std::cout << (flag.is_required ? " " : " [") << roff(flag.names.front()) << (flag.is_repeated ? "…" : "")
                  << (flag.is_required ? "" : "]");
    }
    std::cout << "\"\n" << roff(command.says) << (language == Language::zh ? "。\n" : ".\n");
  }
  for (const bool are_positionals : {true, false}) {
    for (const Flag& flag : command.flags) {
      if (flag.is_positional != are_positionals || flag.says.empty()) continue;
      std::cout << ".TP\n" << shown(flag) << '\n' << roff(flag.says) << '\n';
    }
  }
  for (const Command& below : command.commands)
    print_command(below, (path.empty() ? command.name : path) + " " + below.name, language);
}

}  // namespace

int print_manual(const Options& options) {
  print_command(*options.tree, "", options.language);
  return kClean;
}

}  // namespace gouji::cli
