// gouji config … on the command line.
// SPDX-License-Identifier: Apache-2.0
#include "cli/command_line.hpp"
#include "cli/commands.hpp"

namespace gouji::cli {

void add_config_commands(CommandLine& line) {
  Options& options = line.options();
  CLI::App* config = line.command(line.app(), "config", nullptr, "配置 gouji.toml：显示、查错",
                                  "Configuration (gouji.toml): show, validate");
  CLI::App* show = line.command(config, "show", show_config, "显示对一份文件生效的设置和出处",
                                "The settings for a document, and where each comes from");
  show->add_option("FILE", options.paths,
                   line.say("一份文件（默认：当前文件夹）", "A document (default: the current folder)"))
      ->type_name("")
      ->expected(0, 1);
  show->add_flag("--json", options.is_json, line.say("以 JSON 显示", "As JSON"));
  line.add_common(show);
  CLI::App* check = line.command(config, "check", check_config, "只查配置有没有写错", "Only validate configurations");
  check
      ->add_option(
          "FILE", options.paths,
          line.say("配置文件（默认：当前文件夹所用的）", "Configurations (default: that of the current folder)"))
      ->type_name("");
  line.add_common(check);
  line.command(config, "schema", print_schema, "gouji.toml 的 JSON schema，供编辑器使用",
               "The JSON schema of gouji.toml, for editors");
}

}  // namespace gouji::cli
