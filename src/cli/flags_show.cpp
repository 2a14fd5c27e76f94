// gouji text, facts and limits on the command line.
// SPDX-License-Identifier: Apache-2.0
#include "cli/command_line.hpp"
#include "cli/commands.hpp"

namespace gouji::cli {
namespace {

void add_show(CommandLine& line, const char* name, Run what, const char* zh, const char* en) {
  CLI::App* app = line.command(line.app(), name, what, zh, en);
  app->add_option("FILE", line.options().paths, line.say("一份文件", "A document"))
      ->type_name("")
      ->required()
      ->expected(1);
  line.add_reading(app);
  line.add_common(app);
}

}  // namespace

void add_show_commands(CommandLine& line) {
  add_show(line, "text", show_text, "显示读到的文字和位置", "Show what was read, with places");
  add_show(line, "facts", show_facts, "以 JSON 显示认出的每一个数字、日期和名称", "Show every recognised fact as JSON");
  line.add_language(line.command(line.app(), "limits", list_limits, "列出每一项上限、默认值和含义",
                                 "Every limit, its default and meaning"));
}

}  // namespace gouji::cli
