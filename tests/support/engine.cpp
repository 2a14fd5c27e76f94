// SPDX-License-Identifier: Apache-2.0
#include "support/engine.hpp"

#include <cstdlib>
#include <iostream>
#include <utility>

#include "support/golden.hpp"

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

const Engine& shared_engine() {
  static const Engine kEngine = engine_or_exit(source_root() + "/rules");
  return kEngine;
}

}  // namespace gouji::test
