// SPDX-License-Identifier: Apache-2.0
#include "support/engine.hpp"

#include <cstdlib>
#include <iostream>
#include <utility>

namespace gouji::test {

Engine engine_or_exit(const EngineOptions& options) {
  Result<Engine> engine = Engine::create(options);
  if (engine) return std::move(engine.value());
  std::cerr << engine.error().message.en << '\n';
  std::exit(2);
}

Engine engine_or_exit(const std::string& rules_dir) {
  EngineOptions options;
  options.rules_dir = rules_dir;
  return engine_or_exit(options);
}

}  // namespace gouji::test
