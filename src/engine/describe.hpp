// What was read, for people and programs: `gouji text` and `gouji facts`.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "engine/reading.hpp"

namespace gouji::engine {

/// A line a passage, in reading order: place, heading mark (H1…), folded text with its automatic number; parted by
/// tabs. A line break inside a passage is shown as ⏎.
[[nodiscard]] std::string describe_text(const Reading& reading);

/// {"schema": "gouji.facts/1", …}: every fact with value, unit, label, role, period and place.
[[nodiscard]] std::string describe_facts(const Reading& reading, const std::string& path, const std::string& sha256);

}  // namespace gouji::engine
