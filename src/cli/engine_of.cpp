// The engine that a command line asks for, and why there is none.
// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <iostream>
#include <utility>

#include "cli/commands.hpp"
#include "cli/rules_dir.hpp"
#include "report/formats.hpp"

namespace gouji::cli {

void print_error(const Error& error, Language language) {
  const std::string& message = say(language, error.message);
  const bool is_list = message.find('\n') != std::string::npos;  // faults of many files, each with its place
  std::cerr << "gouji: " << (is_list ? "\n" : "") << message;
  if (!is_list && !error.where.empty()) std::cerr << (language == Language::zh ? "：" : ": ") << error.where;
  std::cerr << '\n';
  if (!error.hint.empty()) std::cerr << "  " << say(language, error.hint) << '\n';
}

namespace {

bool needs_text(const Options& options) {
  return report::find_format(options.format)->needs_text ||
         std::any_of(options.outputs.begin(), options.outputs.end(),
                     [](const OutputFile& output) { return report::find_format(output.format)->needs_text; });
}

}  // namespace

std::optional<Engine> make_engine(const Options& options) {
  EngineOptions engine_options = options.engine;
  engine_options.with_text = needs_text(options);
  engine_options.rules_dir = find_rules_dir(options.engine.rules_dir);
  Result<Engine> engine = Engine::create(engine_options);
  if (engine) return std::move(engine.value());
  print_error(engine.error(), options.language);
  return std::nullopt;
}

}  // namespace gouji::cli
