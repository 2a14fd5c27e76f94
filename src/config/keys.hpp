// The table of keys: what a configuration may hold. The reader, the JSON schema and `gouji config show` go by it.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "gouji/result.hpp"

namespace gouji::config {

enum class KeyKind { truth, text, path, texts, paths, patterns, limits, severities, overrides };

struct Key {
  const char* name;
  KeyKind kind;
  bool in_override;  // [[override]] may hold it too
  Bilingual meaning;
};

[[nodiscard]] const std::vector<Key>& keys();
/// Names of the keys of a file, or of an [[override]], whose own key `path` comes first.
[[nodiscard]] std::vector<std::string> key_names(bool in_override);

/// "error", "warning", "info", "never" and "error", "warning", "info", "off".
[[nodiscard]] const std::vector<std::string>& fail_on_words();
[[nodiscard]] const std::vector<std::string>& severity_words();

/// The JSON schema of gouji.toml, for editors.
[[nodiscard]] std::string json_schema();

}  // namespace gouji::config
