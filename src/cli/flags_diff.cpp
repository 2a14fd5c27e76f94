// gouji diff on the command line.
// SPDX-License-Identifier: Apache-2.0
#include <memory>
#include <string>
#include <tuple>
#include <vector>

#include "cli/command_line.hpp"
#include "cli/commands.hpp"

namespace gouji::cli {
namespace {

struct DiffWords {
  std::string before;
  std::string after;
  std::string fail_on = "error";
  std::string color = "auto";
};

}  // namespace

void add_diff_command(CommandLine& line) {
  Options& options = line.options();
  const auto words = std::make_shared<DiffWords>();
  CLI::App* app = line.command(line.app(), "diff", diff, "比较两稿：改正了什么、还剩什么、新出了什么",
                               "Compare two versions: what is fixed, what remains, what is new");
  app->add_option("OLD", words->before,
                  line.say("旧稿：文件、文件夹，或 check --format json 的结果",
                           "Old version: a document, a folder, or what check --format json wrote"))
      ->type_name("")
      ->required();
  app->add_option("NEW", words->after,
                  line.say("新稿，同上；文件夹按名字配对", "New version; folders are paired by name"))
      ->type_name("")
      ->required();
  line.add_jobs(app);
  line.word(app, "-f,--format", options.format, {"text", "json"},
            line.say("输出的格式（默认 text）", "Format of the output (default text)"));
  line.word(app, "--fail-on", words->fail_on, {"error", "warning", "info", "never"},
            line.say("新稿里新出现这一级或更重的问题时退出状态为 1（默认 error）",
                     "Exit status 1 for what is new from this severity on (default error)"));
  line.word(app, "--color", words->color, {"auto", "always", "never"},
            line.say("颜色（默认 auto；NO_COLOR 有效）", "Colour (default auto; NO_COLOR is honoured)"));
  line.add_selection(app);
  line.add_reading(app);
  line.add_common(app);
  line.after_parse([&line, words]() -> std::optional<std::string> {
    if (line.options().run != diff) return std::nullopt;
    line.options().paths = {words->before, words->after};
    line.options().fail_on = fail_level(words->fail_on);
    line.options().color = color_wish(words->color);
    return std::nullopt;
  });
}

}  // namespace gouji::cli
