// The examples of a rule: <rule>.examples.yaml beside it. Read only when someone asks (rules test, rules explain).
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "gouji/result.hpp"

namespace gouji::rules {

inline constexpr std::size_t kLeastExamples = 3;

/// A report in the plain form of docx/plain, and where it stands in the file.
struct Example {
  std::string text;
  std::uint32_t line = 1;
};

struct Examples {
  std::string file;
  std::vector<Example> fire;    // must give at least one finding of the rule
  std::vector<Example> silent;  // must give none
};

/// Strict: only `fire` and `silent`, each a list of at least three texts. A missing file is an Error "no-examples",
/// faults are an Error "bad-rules" with a line each.
[[nodiscard]] Result<Examples> load_examples(const std::string& rule_file);

}  // namespace gouji::rules
