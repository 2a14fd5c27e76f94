// gouji text and facts: what was read, for people.
// SPDX-License-Identifier: Apache-2.0
#include <iostream>

#include "cli/commands.hpp"

namespace gouji::cli {
namespace {

int show(const Options& options, Result<std::string> (Engine::*of)(const std::string&) const) {
  const std::optional<Engine> engine = make_engine(options, options.paths.front());
  if (!engine) return kFailed;
  const Result<std::string> shown = (*engine.*of)(options.paths.front());
  if (!shown) {
    print_error(shown.error(), options.language);
    return kFailed;
  }
  std::cout << shown.value();
  return kClean;
}

}  // namespace

int show_text(const Options& options) { return show(options, &Engine::text_of); }
int show_facts(const Options& options) { return show(options, &Engine::facts_of); }

}  // namespace gouji::cli
