// The engine for test programs: without good rules there is nothing that they could do.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "gouji/engine.hpp"

namespace gouji::test {

/// The engine of these options; ends the program with status 2 and the faults on standard error if there is none.
[[nodiscard]] Engine engine_or_exit(const EngineOptions& options);
[[nodiscard]] Engine engine_or_exit(const std::string& rules_dir);

/// One over the project's own rules for all tests of a program, all rules on that are on by default.
[[nodiscard]] const Engine& shared_engine();

}  // namespace gouji::test
