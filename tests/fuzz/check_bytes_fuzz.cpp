// Any bytes as a .docx: the engine must answer, never crash, hang or leak. Rules come from $GOUJI_RULES.
// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <cstdlib>
#include <string>

#include "gouji/engine.hpp"

namespace {

const gouji::Engine& engine() {
  static const gouji::Engine kEngine = [] {
    gouji::EngineOptions options;
    const char* rules = std::getenv("GOUJI_RULES");
    options.rules_dir = rules == nullptr ? "rules" : rules;
    options.input.with_programs = false;
    auto made = gouji::Engine::create(options);
    if (!made) std::abort();
    return std::move(made.value());
  }();
  return kEngine;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  (void)engine().check_bytes("fuzz", std::string(reinterpret_cast<const char*>(data), size));
  return 0;
}
