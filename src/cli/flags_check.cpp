// gouji check on the command line.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "cli/command_line.hpp"
#include "cli/commands.hpp"
#include "cli/terminal.hpp"
#include "report/formats.hpp"

namespace gouji::cli {
namespace {

/// Words as given, until they have become options.
struct CheckWords {
  std::vector<std::string> outputs;
  std::string fail_on;
  std::string format;
  std::string color = "auto";
};

std::vector<std::string> format_names() {
  std::vector<std::string> names;
  for (const report::Format& format : report::formats()) names.emplace_back(format.name);
  return names;
}

std::optional<std::string> take_outputs(CommandLine& line, const CheckWords& words) {
  for (const std::string& output : words.outputs) {
    const std::size_t equals = output.find('=');
    const std::string format = output.substr(0, equals);
    if (equals == std::string::npos || equals + 1 == output.size()) {
      return line.say("--output 要写成 格式=文件，例如 json=结果.json：",
                      "--output takes FORMAT=FILE, such as json=findings.json: ") +
             output;
    }
    if (report::find_format(format) == nullptr) return line.unknown_word("--output", format, format_names());
    line.options().outputs.push_back({format, output.substr(equals + 1)});
  }
  return std::nullopt;
}

void take_words(Options& options, const CheckWords& words) {
  config::Layer& given = options.given;
  if (!words.fail_on.empty()) given.fail_on = config::Word{words.fail_on, {}};
  if (!words.format.empty()) given.format = config::Word{options.format = words.format, {}};
  options.color = color_wish(words.color);
}

}  // namespace

void add_check_command(CommandLine& line) {
  Options& options = line.options();
  const auto words = std::make_shared<CheckWords>();
  CLI::App* app = line.command(line.app(), "check", check, "检查文件、文件夹", "Check files and folders");
  app->add_option("PATH", options.paths,
                  line.say("文件、文件夹（含下级）、通配符；- 从标准输入读清单，一行一个",
                           "Files, folders (with those below), globs; - reads a list from standard input"))
      ->type_name("")
      ->required();
  line.add_jobs(app);
  line.word(app, "-f,--format", words->format, format_names(),
            line.say("标准输出的格式（默认 text）", "Format of standard output (default text)"));
  app->add_option("-o,--output", words->outputs,
                  line.say("另写一份到文件，可重复", "Write a report to a file too; may be repeated"))
      ->type_name(line.say("格式=文件", "FORMAT=FILE"))
      ->take_all()
      ->allow_extra_args(false);
  line.word(app, "--fail-on", words->fail_on, {"error", "warning", "info", "never"},
            line.say("有这一级或更重的问题时退出状态为 1（默认 error）",
                     "Exit status 1 from this severity on (default error)"));
  line.word(app, "--color", words->color, {"auto", "always", "never"},
            line.say("颜色（默认 auto；NO_COLOR 有效）", "Colour (default auto; NO_COLOR is honoured)"));
  line.add_selection(app);
  line.add_standing(app);
  app->add_flag("--update-baseline", options.updates_baseline,
                line.say("把这次查出的写进基线", "Write what was found into the baseline"));
  app->add_flag("--prune", options.prunes_baseline,
                line.say("从基线去掉不再出现的", "Take out of the baseline what occurs no more"));
  app->add_option("--changed-since", options.changed_since,
                  line.say("只检查与这个 git 版本不同的文件（含未入库的）",
                           "Only files that differ from this git revision, new ones included"))
      ->type_name(line.say("版本", "REV"));
  app->add_flag(
      "--watch", options.watches,
      line.say("文件保存后自动再检查，Ctrl-C 结束；退出状态是最后一次的",
               "Check again whenever a file is saved, until Ctrl-C; the exit status is that of the last check"));
  line.add_reading(app);
  line.add_common(app);
  line.after_parse([&line, words]() -> std::optional<std::string> {
    take_words(line.options(), *words);
    if (line.options().baseline.empty() && (line.options().updates_baseline || line.options().prunes_baseline))
      return line.say("--update-baseline 和 --prune 要和 --baseline 文件 一起用",
                      "--update-baseline and --prune go with --baseline FILE");
    if (line.options().watches) {
      if (std::find(line.options().paths.begin(), line.options().paths.end(), "-") != line.options().paths.end())
        return line.say("--watch 不能从标准输入读清单", "--watch takes no list from standard input");
      line.options().run = watch;
    }
    if (report::find_format(line.options().format)->is_binary && is_terminal_stdout()) {
      return line.say("这种格式不能显示在终端上，请用 --output 写到文件，例如 --output xlsx=结果.xlsx",
                      "this format is not for a terminal; write it to a file, such as --output xlsx=findings.xlsx");
    }
    return take_outputs(line, *words);
  });
}

}  // namespace gouji::cli
