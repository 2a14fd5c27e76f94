// gouji rules … on the command line.
// SPDX-License-Identifier: Apache-2.0
#include "cli/command_line.hpp"
#include "cli/commands.hpp"

namespace gouji::cli {

void add_rules_commands(CommandLine& line) {
  Options& options = line.options();
  CLI::App* rules = line.command(line.app(), "rules", nullptr, "规则：列出、解释、试例子、查错",
                                 "Rules: list, explain, run examples, validate");
  line.add_common(line.command(rules, "list", list_rules, "列出全部规则", "List every rule"));
  CLI::App* explain = line.command(rules, "explain", explain_rule, "解释一条规则", "Explain a rule");
  explain->add_option("ID", options.paths, line.say("规则名，如 change/rate", "Rule, such as change/rate"))
      ->type_name("")
      ->required()
      ->expected(1);
  line.add_common(explain);
  line.add_common(line.command(rules, "docs", document_rules, "把全部规则的说明写成 Markdown",
                               "Every rule explained, as Markdown"));
  CLI::App* test = line.command(rules, "test", test_rules, "运行规则的全部例子", "Run the examples of rules");
  test->add_option("ID", options.paths, line.say("规则名（默认全部）", "Rules (default all)"))->type_name("");
  line.add_common(test);
  CLI::App* check = line.command(rules, "check", check_rules, "只查规则文件有没有写错", "Only validate rule files");
  check
      ->add_option("DIR", options.paths,
                   line.say("规则文件夹（默认同 --rules）", "Folder of rules (default as --rules)"))
      ->type_name("")
      ->expected(0, 1);
  line.add_common(check);
  CLI::App* create = line.command(rules, "new", new_rule, "新写一条规则：生成待填的规则文件和例子",
                                  "Start a rule: its files with examples to fill in");
  create->add_option("ID", options.paths, line.say("规则名，如 ratio/subsidy-rate", "Rule, such as ratio/subsidy-rate"))
      ->type_name("")
      ->required()
      ->expected(1);
  create
      ->add_option("--dir", options.folder,
                   line.say("放进哪个规则包文件夹（默认：规则文件夹下的 local）",
                            "Folder of the pack (default: local in the folder of rules)"))
      ->type_name(line.say("文件夹", "DIR"));
  line.add_common(create);
}

}  // namespace gouji::cli
