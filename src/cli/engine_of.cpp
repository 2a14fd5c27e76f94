// The engine that a command line asks for, and why there is none.
// SPDX-License-Identifier: Apache-2.0
#include <iostream>

#include "cli/commands.hpp"
#include "cli/plan.hpp"

namespace gouji::cli {

void print_error(const Error& error, Language language) {
  const std::string& message = say(language, error.message);
  const bool is_list = message.find('\n') != std::string::npos;  // faults of many files, each with its place
  std::cerr << "gouji: " << (is_list ? "\n" : "") << message;
  if (!is_list && !error.where.empty()) std::cerr << (language == Language::zh ? "：" : ": ") << error.where;
  std::cerr << '\n';
  if (!error.hint.empty()) std::cerr << "  " << say(language, error.hint) << '\n';
}

std::optional<Engine> make_engine(const Options& options, const std::string& document) {
  config::Finder finder = make_finder(options);
  std::optional<Plan> plan = Plan::make(options, finder, {document});
  if (!plan) return std::nullopt;
  return plan->take();
}

RulesDirs rules_dirs_of(const Options& options) {
  config::Finder finder = make_finder(options);
  std::vector<std::string> wishes;
  const config::Layer layer = settings_of(options, finder, "./.");
  if (layer.rules) {
    for (const config::Word& word : layer.rules->words) wishes.push_back(word.value);
  }
  return find_rules_dirs(wishes);
}

}  // namespace gouji::cli
