// gouji completion, complete and manual on the command line; the last two are for shells and the build, and hidden.
// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <string>

#include "cli/command_line.hpp"
#include "cli/command_tree.hpp"
#include "cli/commands.hpp"

namespace gouji::cli {

void add_completion_commands(CommandLine& line) {
  Options& options = line.options();
  const auto shell = std::make_shared<std::string>();
  CLI::App* script = line.command(line.app(), "completion", print_completion, "打印 bash、zsh、fish 的补全脚本",
                                  "Print the completion script of bash, zsh or fish");
  line.word(script, "SHELL", *shell, {"bash", "zsh", "fish"}, line.say("哪个 shell", "Which shell"))->required();
  line.add_language(script);

  CLI::App* complete = line.command(line.app(), "complete", complete_words, "", "");
  complete->group("");
  complete->add_option("WORD", options.paths, "")->type_name("");
  line.add_language(complete);

  CLI::App* manual = line.command(line.app(), "manual", print_manual, "", "");
  manual->group("");
  line.add_language(manual);

  line.after_parse([&line, shell]() -> std::optional<std::string> {
    Options& asked = line.options();
    if (asked.run == print_completion) asked.paths = {*shell};
    if (asked.run == complete_words || asked.run == print_manual)
      asked.tree = std::make_shared<const Command>(describe(*line.app()));
    return std::nullopt;
  });
}

}  // namespace gouji::cli
