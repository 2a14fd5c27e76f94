// What every command line shares: words of the user's language, help, wrong arguments and what is near to them.
// SPDX-License-Identifier: Apache-2.0
#include "cli/command_line.hpp"

#include <algorithm>
#include <iostream>
#include <memory>
#include <string_view>
#include <utility>

#include "base/nearest_word.hpp"
#include "base/utf8.hpp"

namespace gouji::cli {
namespace {

std::optional<config::WordList> list_of(const std::vector<std::string>& words) {
  if (words.empty()) return std::nullopt;
  config::WordList list;
  for (const std::string& word : words) list.words.push_back({word, {}});
  return list;
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

}  // namespace

CommandLine::CommandLine(Language language) : language_(language) {
  options_.language = language;
  app_.name("gouji");
  app_.description(
      say("找出财政报告里自相矛盾的地方：每一处都引出原文两边，并把账算给人看。",
          "Finds where a public-finance report contradicts itself, quotes both places and shows the sum."));
  app_.set_help_flag("-h,--help", say("显示帮助", "Show help"));
  app_.set_version_flag("--version", std::string("gouji ") + GOUJI_VERSION + "\n", say("显示版本", "Show the version"));
  app_.require_subcommand(1);
  add_language(&app_);
  app_.footer(say(
      "退出状态：0 没有达到 --fail-on 级别的问题，1 有，2 没能完成（用法、规则、读不了的文件）。",
      "Exit status: 0 nothing at the --fail-on level, 1 findings, 2 could not do the job (usage, rules, unreadable file)."));
  app_.formatter(std::make_shared<HelpFormatter>(language));
  app_.option_defaults()->group(say("选项", "Options"));
  for (CLI::Option* option : app_.get_options()) option->group(say("选项", "Options"));
  after_parse([this]() -> std::optional<std::string> {
    for (const std::string& limit : limit_words_) {
      const std::size_t equals = limit.find('=');
      const std::string value = equals == std::string::npos ? "" : limit.substr(equals + 1);
      const std::string name = limit.substr(0, equals);
      options_.given.limits.push_back({{name, {}}, value});
      if (const auto wrong = set_limit(options_.engine.limits, name, value))
        return "--limit " + limit + ": " + cli::say(language_, wrong->message) + "\n  " +
               cli::say(language_, wrong->hint);
    }
    take_common();
    return std::nullopt;
  });
}

void CommandLine::take_common() {
  config::Layer& given = options_.given;
  given.select = list_of(options_.engine.select);
  given.ignore = list_of(options_.engine.ignore);
  // who names the rules on the command line wants them, whatever the file ignores
  if (given.select && !given.ignore) given.ignore.emplace();
  for (const std::string& word : options_.engine.extend_select) given.extend_select.push_back({word, {}});
  if (options_.engine.with_low_confidence) given.with_low = config::Setting<bool>{true, {}};
  if (!options_.engine.profile.empty()) given.profile = config::Word{options_.engine.profile, {}};
  if (!options_.engine.genre.empty()) given.genre = config::Word{options_.engine.genre, {}};
  if (!options_.engine.input.with_programs) options_.given.no_external = config::Setting<bool>{true, {}};
  if (rules_words_.empty()) return;
  options_.given.rules.emplace();
  for (const std::string& word : rules_words_) options_.given.rules->words.push_back({word, {}});
}

Parsed CommandLine::run(int argc, const char* const* argv) {
  try {
    app_.parse(argc, argv);
  } catch (const CLI::Success& done) {
    return {std::nullopt, app_.exit(done)};
  } catch (const CLI::ParseError& wrong) {
    return complain(explain(wrong));
  }
  for (const auto& step : steps_) {
    if (const std::optional<std::string> complaint = step()) return complain(*complaint);
  }
  return {options_, kClean};
}

CLI::App* CommandLine::command(CLI::App* parent, const std::string& name, Run what, const char* zh, const char* en) {
  CLI::App* app = parent->add_subcommand(name, say(zh, en))->group(say("命令", "Commands"));
  app->get_help_ptr()->group(say("选项", "Options"));
  if (what == nullptr) {
    app->require_subcommand(1);
  } else {
    app->callback([this, what] { options_.run = what; });
  }
  return app;
}

CLI::Option* CommandLine::word(CLI::App* app, const std::string& flag, std::string& value,
                               const std::vector<std::string>& allowed, const std::string& says) {
  const std::size_t dashes = flag.find("--");  // none in the name of a positional
  const std::string name = dashes == std::string::npos ? flag : flag.substr(dashes);
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

void CommandLine::add_language(CLI::App* app) { word(app, "--lang", lang_, {"zh", "en"}, say("语言", "Language")); }

void CommandLine::add_common(CLI::App* app) {
  app->add_option(
         "--rules", rules_words_,
         say("规则文件夹（默认：$GOUJI_RULES，再找程序旁边的 rules）；可重复：有 lexicon 的是底本，其余是加上的规则包",
             "Folder of rules (default: $GOUJI_RULES, then rules beside the program); may be repeated: one "
             "with a lexicon is the base, others are packs over it"))
      ->type_name(say("文件夹", "DIR"))
      ->take_all()
      ->allow_extra_args(false);
  app->add_option("--config", options_.config_file,
                  say("用这份配置（默认：从文件所在文件夹往上找 gouji.toml）",
                      "This configuration (default: the nearest gouji.toml from the document upward)"))
      ->type_name(say("文件", "FILE"));
  app->add_flag("--no-config", options_.no_config, say("不读任何配置", "Read no configuration"));
  add_language(app);
}

void CommandLine::add_selection(CLI::App* app) {
  app->add_option("--select", options_.engine.select, say("只用这些规则或规则族", "Only these rules or families"))
      ->delimiter(',')
      ->type_name(say("规则", "RULE"));
  app->add_option("--ignore", options_.engine.ignore, say("不用这些规则或规则族", "Not these rules or families"))
      ->delimiter(',')
      ->type_name(say("规则", "RULE"));
  app->add_option("--extend-select", options_.engine.extend_select,
                  say("另外再用这些规则或规则族", "These rules or families too"))
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
}

void CommandLine::add_standing(CLI::App* app) {
  app->add_option("--suppressions", options_.suppressions,
                  say("忽略文件（默认：离报告最近的 gouji.suppress.toml）",
                      "Suppression file (default: the nearest gouji.suppress.toml)"))
      ->type_name(say("文件", "FILE"));
  app->add_option(
         "--today", options_.today,
         say("按这一天判断忽略条目是否到期，如 2027-01-31", "The day by which suppressions expire, such as 2027-01-31"))
      ->type_name(say("日期", "DATE"));
  app->add_option(
         "--baseline", options_.baseline,
         say("基线文件：其中的问题已知，只有新问题算数", "File of accepted findings: only new ones fail the gate"))
      ->type_name(say("文件", "FILE"));
}

void CommandLine::add_jobs(CLI::App* app) {
  app->add_option("-j,--jobs", options_.jobs,
                  say("同时检查几份（默认：每核一份）", "Documents at once (default: one a core)"))
      ->check(CLI::Range(std::size_t{0}, std::size_t{256}).description(""))
      ->type_name("N");
  app->add_flag("-q,--quiet", options_.is_quiet, say("不显示进度", "No progress"));
}

void CommandLine::add_reading(CLI::App* app) {
  app->add_flag_callback(
      "--no-external", [this] { options_.engine.input.with_programs = false; },
      say("不运行其他程序（LibreOffice、poppler）；.doc、.pdf 等就读不了",
          "Run no other program (LibreOffice, poppler); .doc, .pdf and the like are not read then"));
  app->add_option("--limit", limit_words_,
                  say("改一项上限，如 time=30；可重复；gouji limits 列出全部",
                      "Set one limit, such as time=30; may be repeated; gouji limits lists them"))
      ->type_name(say("名=值", "NAME=VALUE"))
      ->take_all()
      ->allow_extra_args(false);
}

std::string CommandLine::unknown_word(const std::string& flag, const std::string& given,
                                      const std::vector<std::string>& allowed) const {
  const Bilingual near = did_you_mean(given, allowed);
  return language_ == Language::zh ? flag + " 不能是“" + given + "”，只能是 " + joined(allowed) + near.zh
                                   : flag + " cannot be \"" + given + "\", only " + joined(allowed) + near.en;
}

std::string CommandLine::explain(const CLI::ParseError& wrong) const {
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

std::string CommandLine::unknown_command(const std::string& given) const {
  std::vector<std::string> names;
  const std::vector<CLI::App*> chosen = app_.get_subcommands();
  const CLI::App* parent = chosen.empty() ? &app_ : chosen.front();
  for (const CLI::App* known : parent->get_subcommands(nullptr)) {
    if (!known->get_group().empty()) names.push_back(known->get_name());
  }
  const Bilingual near = did_you_mean(given, names);
  return language_ == Language::zh ? "没有 " + given + " 这个命令" + near.zh : "no command " + given + near.en;
}

Parsed CommandLine::complain(const std::string& what) const {
  std::cerr << "gouji: " << what << '\n'
            << say("gouji --help 或 gouji check --help 显示用法\n", "see gouji --help or gouji check --help\n");
  return {std::nullopt, kFailed};
}

std::optional<Severity> fail_level(const std::string& word) {
  if (word == "never") return std::nullopt;
  return word == "info" ? Severity::info : word == "warning" ? Severity::warning : Severity::error;
}

ColorWish color_wish(const std::string& word) {
  return word == "always" ? ColorWish::always : word == "never" ? ColorWish::never : ColorWish::automatic;
}

}  // namespace gouji::cli
