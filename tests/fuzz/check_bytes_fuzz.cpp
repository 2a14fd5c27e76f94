// Any bytes as a .docx: the engine must answer, never crash, hang or leak. Rules come from $GOUJI_RULES.
// SPDX-License-Identifier: Apache-2.0
#include "fuzz/fuzz.hpp"
#include "support/engine.hpp"
#include "support/rules.hpp"

namespace {

const gouji::Engine& engine() {
  static const gouji::Engine kEngine = [] {
    gouji::EngineOptions options;
    options.rules_dir = gouji::tests::rules_dir();
    options.input.with_programs = false;
    return gouji::test::engine_or_exit(options);
  }();
  return kEngine;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const gouji::Outcome outcome = engine().check_bytes("fuzz", std::string(gouji::fuzz::view_of(data, size)));
  gouji::fuzz::must(!outcome.error || outcome.error->code != "internal", "no assertion of our own fails");
  return 0;
}
