// The command line as CLI11 sees it: every command, flag and word of help. The only file that includes CLI11.
// SPDX-License-Identifier: Apache-2.0
#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/utf8.hpp"
#include "check/nearest_word.hpp"
#include "cli/options.hpp"
#include "report/formats.hpp"

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

std::vector<std::string> format_names() {
  std::vector<std::string> names;
  for (const report::Format& format : report::formats()) names.emplace_back(format.name);
  return names;
}

std::string joined(const std::vector<std::string>& words, const std::string& between = "|") {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : between) + word;
  return out;
}

/// CLI11's help with columns counted as a terminal does, and its own words in the language of the user.
class HelpFormatter final : public CLI::Formatter {
 public:
  explicit HelpFormatter(Language language) {
    if (language == Language::en) return;
    for (const auto& [name, zh] : {std::pair{"Usage", "用法"},
                                   {"OPTIONS", "选项"},
                                   {"Positionals", "参数"},
                                   {"SUBCOMMAND", "命令"},
                                   {"SUBCOMMANDS", "命令"},
                                   {"REQUIRED", ""}}) {
      label(name, zh);
    }
  }

  std::string make_option(const CLI::Option* option, bool is_positional) const override {
    return row(make_option_name(option, is_positional) + make_option_opts(option), option->get_description());
  }
  std::string make_subcommand(const CLI::App* command) const override {
    return row(command->get_name(), command->get_description());
  }

 private:
  static std::string row(const std::string& name, const std::string& says) {
    constexpr std::size_t kColumn = 36;
    const std::size_t width = utf8::display_width(name) + 2;
    const std::string gap = width + 1 < kColumn ? std::string(kColumn - width, ' ') : "\n" + std::string(kColumn, ' ');
    return "  " + name + gap + says + "\n";
  }
};

class CommandLine {
 public:
  explicit CommandLine(Language language) : language_(language) {
    options_.language = language;
    app_.name("gouji");
    app_.description(
        say("找出财政报告里自相矛盾的地方：每一处都引出原文两边，并把账算给人看。",
            "Finds where a public-finance report contradicts itself, quotes both places and shows the sum."));
    app_.set_help_flag("-h,--help", say("显示帮助", "Show help"));
    app_.set_version_flag("--version", std::string("gouji ") + GOUJI_VERSION + "\n",
                          say("显示版本", "Show the version"));
    app_.require_subcommand(1);
    word(&app_, "--lang", lang_, {"zh", "en"}, say("语言", "Language"));
    app_.footer(say(
        "退出状态：0 没有达到 --fail-on 级别的问题，1 有，2 没能完成（用法、规则、读不了的文件）。",
        "Exit status: 0 nothing at the --fail-on level, 1 findings, 2 could not do the job (usage, rules, unreadable file)."));
    app_.formatter(std::make_shared<HelpFormatter>(language));
    app_.option_defaults()->group(say("选项", "Options"));
    for (CLI::Option* option : app_.get_options()) option->group(say("选项", "Options"));
    add_check();
    add_show("text", Command::text, "显示读到的文字和位置", "Show what was read, with places");
    add_show("facts", Command::facts, "以 JSON 显示认出的每一个数字、日期和名称", "Show every recognised fact as JSON");
    word(command(&app_, "limits", Command::limits, "列出每一项上限、默认值和含义",
                 "Every limit, its default and meaning"),
         "--lang", lang_, {"zh", "en"}, say("语言", "Language"));
    add_rules();
  }

  Parsed run(int argc, const char* const* argv) {
    try {
      app_.parse(argc, argv);
    } catch (const CLI::Success& done) {
      return {std::nullopt, app_.exit(done)};
    } catch (const CLI::ParseError& wrong) {
      return complain(explain(wrong));
    }
    for (const std::string& output : output_words_) {
      const std::size_t equals = output.find('=');
      const std::string format = output.substr(0, equals);
      if (equals == std::string::npos || equals + 1 == output.size()) {
        return complain(say("--output 要写成 格式=文件，例如 json=结果.json：",
                            "--output takes FORMAT=FILE, such as json=findings.json: ") +
                        output);
      }
      if (report::find_format(format) == nullptr) return complain(unknown_word("--output", format, format_names()));
      options_.outputs.push_back({format, output.substr(equals + 1)});
    }
    for (const std::string& limit : limit_words_) {
      const std::size_t equals = limit.find('=');
      const std::string value = equals == std::string::npos ? "" : limit.substr(equals + 1);
      if (const auto wrong = set_limit(options_.engine.limits, limit.substr(0, equals), value))
        return complain("--limit " + limit + ": " + cli::say(language_, wrong->message) + "\n  " +
                        cli::say(language_, wrong->hint));
    }
    if (fail_on_ == "never") {
      options_.fail_on.reset();
    } else {
      options_.fail_on = fail_on_ == "info"      ? Severity::info
                         : fail_on_ == "warning" ? Severity::warning
                                                 : Severity::error;
    }
    options_.color = color_ == "always"  ? ColorWish::always
                     : color_ == "never" ? ColorWish::never
                                         : ColorWish::automatic;
    return {options_, kClean};
  }

 private:
  [[nodiscard]] const char* say(const char* zh, const char* en) const { return cli::say(language_, zh, en); }

  CLI::Option* word(CLI::App* app, const std::string& flag, std::string& value, const std::vector<std::string>& allowed,
                    const std::string& says) {
    const std::string name = flag.substr(flag.find("--"));
    return app->add_option(flag, value, says)
        ->type_name(joined(allowed))
        ->check(CLI::Validator(
            [this, name, allowed](std::string& given) {
              return std::find(allowed.begin(), allowed.end(), given) != allowed.end()
                         ? std::string()
                         : unknown_word(name, given, allowed);
            },
            ""));
  }

  void add_external(CLI::App* app) {
    app->add_flag_callback(
        "--no-external", [this] { options_.engine.input.with_programs = false; },
        say("不运行其他程序（LibreOffice、poppler）；.doc、.pdf 等就读不了",
            "Run no other program (LibreOffice, poppler); .doc, .pdf and the like are not read then"));
  }

  void add_limit(CLI::App* app) {
    app->add_option("--limit", limit_words_,
                    say("改一项上限，如 time=30；可重复；gouji limits 列出全部",
                        "Set one limit, such as time=30; may be repeated; gouji limits lists them"))
        ->type_name(say("名=值", "NAME=VALUE"))
        ->expected(1)
        ->take_all();
  }

  void add_common(CLI::App* app) {
    app->add_option("--rules", options_.engine.rules_dir,
                    say("规则文件夹（默认：$GOUJI_RULES，再找程序旁边的 rules）",
                        "Folder of rules (default: $GOUJI_RULES, then rules beside the program)"))
        ->type_name(say("文件夹", "DIR"));
    word(app, "--lang", lang_, {"zh", "en"}, say("语言", "Language"));
  }

  CLI::App* add_command(CLI::App* parent, const std::string& name, const char* zh, const char* en) {
    CLI::App* app = parent->add_subcommand(name, say(zh, en))->group(say("命令", "Commands"));
    app->get_help_ptr()->group(say("选项", "Options"));
    return app;
  }

  CLI::App* command(CLI::App* parent, const std::string& name, Command which, const char* zh, const char* en) {
    CLI::App* app = add_command(parent, name, zh, en);
    app->callback([this, which] { options_.command = which; });
    return app;
  }

  void add_check() {
    CLI::App* app = command(&app_, "check", Command::check, "检查文件、文件夹", "Check files and folders");
    app->add_option("PATH", options_.paths,
                    say("文件、文件夹（含下级）、通配符；- 从标准输入读清单，一行一个",
                        "Files, folders (with those below), globs; - reads a list from standard input"))
        ->type_name("")
        ->required();
    app->add_option("-j,--jobs", options_.jobs,
                    say("同时检查几份（默认：每核一份）", "Documents at once (default: one a core)"))
        ->check(CLI::Range(std::size_t{0}, std::size_t{256}).description(""))
        ->type_name("N");
    word(app, "-f,--format", options_.format, format_names(),
         say("标准输出的格式（默认 text）", "Format of standard output (default text)"));
    app->add_option("-o,--output", output_words_,
                    say("另写一份到文件，可重复", "Write a report to a file too; may be repeated"))
        ->type_name(say("格式=文件", "FORMAT=FILE"))
        ->expected(1)
        ->take_all();
    word(
        app, "--fail-on", fail_on_, {"error", "warning", "info", "never"},
        say("有这一级或更重的问题时退出状态为 1（默认 error）", "Exit status 1 from this severity on (default error)"));
    word(app, "--color", color_, {"auto", "always", "never"},
         say("颜色（默认 auto；NO_COLOR 有效）", "Colour (default auto; NO_COLOR is honoured)"));
    app->add_option("--select", options_.engine.select, say("只用这些规则或规则族", "Only these rules or families"))
        ->delimiter(',')
        ->type_name(say("规则", "RULE"));
    app->add_option("--ignore", options_.engine.ignore, say("不用这些规则或规则族", "Not these rules or families"))
        ->delimiter(',')
        ->type_name(say("规则", "RULE"));
    app->add_option("--genre", options_.engine.genre,
                    say("文种，如 final-accounts（默认从文件认出）",
                        "Kind of report, such as final-accounts (default: read from the document)"))
        ->type_name(say("文种", "GENRE"));
    app->add_option("--profile", options_.engine.profile,
                    say("地方或表式的配置：rules/profiles 里的名字（默认 default）",
                        "Profile of a place or form: a name in rules/profiles (default: default)"))
        ->type_name(say("配置", "PROFILE"));
    app->add_flag("--with-low", options_.engine.with_low_confidence,
                  say("把握较低的规则也用", "Low-confidence rules too"));
    app->add_flag("-q,--quiet", options_.is_quiet, say("不显示进度", "No progress"));
    add_external(app);
    add_limit(app);
    add_common(app);
  }

  void add_show(const std::string& name, Command which, const char* zh, const char* en) {
    CLI::App* app = command(&app_, name, which, zh, en);
    app->add_option("FILE", options_.paths, say("一份文件", "A document"))->type_name("")->required()->expected(1);
    add_external(app);
    add_limit(app);
    add_common(app);
  }

  void add_rules() {
    CLI::App* rules =
        add_command(&app_, "rules", "规则：列出、解释、试例子、查错", "Rules: list, explain, run examples, validate");
    rules->require_subcommand(1);
    add_common(command(rules, "list", Command::rules_list, "列出全部规则", "List every rule"));
    CLI::App* explain = command(rules, "explain", Command::rules_explain, "解释一条规则", "Explain a rule");
    explain->add_option("ID", options_.paths, say("规则名，如 change/rate", "Rule, such as change/rate"))
        ->type_name("")
        ->required()
        ->expected(1);
    add_common(explain);
    add_common(command(rules, "docs", Command::rules_docs, "把全部规则的说明写成 Markdown",
                       "Every rule explained, as Markdown"));
    CLI::App* test = command(rules, "test", Command::rules_test, "运行规则的全部例子", "Run the examples of rules");
    test->add_option("ID", options_.paths, say("规则名（默认全部）", "Rules (default all)"))->type_name("");
    add_common(test);
    CLI::App* check =
        command(rules, "check", Command::rules_check, "只查规则文件有没有写错", "Only validate rule files");
    check
        ->add_option("DIR", options_.paths, say("规则文件夹（默认同 --rules）", "Folder of rules (default as --rules)"))
        ->type_name("")
        ->expected(0, 1);
    add_common(check);
  }

  [[nodiscard]] std::string unknown_word(const std::string& flag, const std::string& given,
                                         const std::vector<std::string>& allowed) const {
    const Bilingual near = check::did_you_mean(given, allowed);
    return language_ == Language::zh ? flag + " 不能是“" + given + "”，只能是 " + joined(allowed) + near.zh
                                     : flag + " cannot be \"" + given + "\", only " + joined(allowed) + near.en;
  }

  [[nodiscard]] std::string explain(const CLI::ParseError& wrong) const {
    const std::string what = wrong.what();
    const std::vector<std::string> rest = app_.remaining(true);
    if (dynamic_cast<const CLI::ExtrasError*>(&wrong) != nullptr)
      return say("不认识的参数：", "unknown argument: ") + joined(rest, " ");
    if (dynamic_cast<const CLI::RequiredError*>(&wrong) != nullptr) {
      if (what.find("subcommand") != std::string::npos)
        return rest.empty() ? say("缺少命令", "a command is needed") : unknown_command(rest.front());
      return say("缺少必填的参数：", "missing argument: ") + what.substr(0, what.find(" is required"));
    }
    // Our own validators end with a sentence in the language of the user; CLI11 puts the flag in front of it.
    const std::size_t colon = what.find(": ");
    if (dynamic_cast<const CLI::ValidationError*>(&wrong) != nullptr && colon != std::string::npos &&
        what.find("Value ") == std::string::npos) {
      return what.substr(colon + 2);
    }
    return say("参数不对：", "") + what;
  }

  [[nodiscard]] std::string unknown_command(const std::string& given) const {
    std::vector<std::string> names;
    const std::vector<CLI::App*> chosen = app_.get_subcommands();
    const CLI::App* parent = chosen.empty() ? &app_ : chosen.front();
    for (const CLI::App* known : parent->get_subcommands(nullptr)) names.push_back(known->get_name());
    const Bilingual near = check::did_you_mean(given, names);
    return language_ == Language::zh ? "没有 " + given + " 这个命令" + near.zh : "no command " + given + near.en;
  }

  [[nodiscard]] Parsed complain(const std::string& what) const {
    std::cerr << "gouji: " << what << '\n'
              << say("gouji --help 或 gouji check --help 显示用法\n", "see gouji --help or gouji check --help\n");
    return {std::nullopt, kFailed};
  }

  Language language_;
  Options options_;
  CLI::App app_;
  std::vector<std::string> output_words_;
  std::vector<std::string> limit_words_;
  std::string fail_on_ = "error";
  std::string color_ = "auto";
  std::string lang_;
};

}  // namespace

Parsed parse(int argc, const char* const* argv) { return CommandLine(language_of(argc, argv)).run(argc, argv); }

}  // namespace gouji::cli
