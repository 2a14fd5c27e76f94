// Strict YAML: a tree with line and column of every key and value. The only folder that knows libyaml.
// In: bytes of one file. Out: a Node, or faults. Anchors, aliases and tags are refused: a rule file is plain data, and
// an alias can make a small file huge.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_fault.hpp"

namespace gouji::yaml {

inline constexpr std::size_t kMaxBytes = 1024 * 1024;
inline constexpr std::size_t kMaxDepth = 32;

using Mark = FileMark;
using Fault = FileFault;

enum class Kind { scalar, list, map };
[[nodiscard]] Bilingual name_of(Kind kind);

struct Entry;

struct Node {
  Kind kind = Kind::scalar;
  std::string text;            // scalar
  bool is_quoted = false;      // scalar written in quotes or as a block
  std::vector<Node> items;     // list
  std::vector<Entry> entries;  // map, in file order; of a duplicate key only the first
  Mark mark;

  [[nodiscard]] const Entry* find(std::string_view key) const;
  /// Nothing was written: `key:` with no value.
  [[nodiscard]] bool is_empty_scalar() const { return kind == Kind::scalar && text.empty() && !is_quoted; }
};

struct Entry {
  std::string key;
  Mark mark;
  Node value;
};

/// Reads one document. Faults are appended; nothing is returned when the text is no YAML at all or too large. Duplicate
/// keys are faults too, but the tree is returned, so that the rest of the file is still judged.
[[nodiscard]] std::optional<Node> parse(const std::string& file, std::string_view text, std::vector<Fault>& faults);

}  // namespace gouji::yaml
