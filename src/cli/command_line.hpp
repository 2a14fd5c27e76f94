// The command line under construction: what the flags_*.cpp files add their commands and flags to. One file a group of
// commands; flags.cpp calls them all.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/options.hpp"

namespace gouji::cli {

class CommandLine {
 public:
  explicit CommandLine(Language language);
  CommandLine(const CommandLine&) = delete;
  CommandLine& operator=(const CommandLine&) = delete;

  Parsed run(int argc, const char* const* argv);

  Options& options() { return options_; }
  CLI::App* app() { return &app_; }
  [[nodiscard]] Language language() const { return language_; }
  [[nodiscard]] const char* say(const char* zh, const char* en) const { return cli::say(language_, zh, en); }

  /// A command below `parent` that runs `what`; without `what` one that only holds other commands.
  CLI::App* command(CLI::App* parent, const std::string& name, Run what, const char* zh, const char* en);

  /// A flag that takes one of a few words; another word is answered with the nearest.
  CLI::Option* word(CLI::App* app, const std::string& flag, std::string& value, const std::vector<std::string>& allowed,
                    const std::string& says);

  void add_language(CLI::App* app);   // --lang
  void add_common(CLI::App* app);     // --rules, --config, --no-config, --lang
  void add_selection(CLI::App* app);  // --select, --ignore, --extend-select, --genre, --profile, --with-low
  void add_standing(CLI::App* app);   // --suppressions, --today, --baseline
  void add_reading(CLI::App* app);    // --no-external, --limit
  void add_jobs(CLI::App* app);       // --jobs, --quiet

  /// Done after parsing, in the order in which they were added; a sentence that comes back is a wrong command line.
  void after_parse(std::function<std::optional<std::string>()> step) { steps_.push_back(std::move(step)); }

  [[nodiscard]] std::string unknown_word(const std::string& flag, const std::string& given,
                                         const std::vector<std::string>& allowed) const;

 private:
  [[nodiscard]] std::string explain(const CLI::ParseError& wrong) const;
  [[nodiscard]] std::string unknown_command(const std::string& given) const;
  [[nodiscard]] Parsed complain(const std::string& what) const;

  Language language_;
  Options options_;
  CLI::App app_;
  std::vector<std::function<std::optional<std::string>()>> steps_;
  void take_common();
  std::vector<std::string> limit_words_;
  std::vector<std::string> rules_words_;
  std::string lang_;
};

/// What the words of --fail-on and --color mean; «never» fails nothing.
[[nodiscard]] std::optional<Severity> fail_level(const std::string& word);
[[nodiscard]] ColorWish color_wish(const std::string& word);

/// The commands, group by group.
void add_check_command(CommandLine& line);
void add_diff_command(CommandLine& line);
void add_show_commands(CommandLine& line);  // text, facts, limits
void add_annotate_command(CommandLine& line);
void add_rules_commands(CommandLine& line);
void add_completion_commands(CommandLine& line);
void add_config_commands(CommandLine& line);

}  // namespace gouji::cli
