// Strict TOML: a tree with line and column of every key and value. The only folder that knows toml++.
// In: bytes of one file. Out: a Node, or faults that name file, line and column.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/file_fault.hpp"
#include "gouji/result.hpp"

namespace gouji::toml {

inline constexpr std::size_t kMaxBytes = 1024 * 1024;

using Mark = FileMark;
using Fault = FileFault;

/// Numbers with a point and times are no words of gouji's files; they are `other`, so that readers refuse them.
enum class Kind { text, number, truth, date, list, table, other };
[[nodiscard]] Bilingual name_of(Kind kind);

struct Entry;

struct Node {
  Kind kind = Kind::other;
  std::string text;            // text; a date as 2027-01-31
  std::int64_t number = 0;     // number
  bool truth = false;          // truth
  std::vector<Node> items;     // list
  std::vector<Entry> entries;  // table, in the order of the file
  Mark mark;

  [[nodiscard]] const Entry* find(std::string_view key) const;
};

struct Entry {
  std::string key;
  Mark mark;
  Node value;
};

/// Reads one document. Where the text is no TOML the first fault is appended and nothing is returned.
[[nodiscard]] std::optional<Node> parse(const std::string& file, std::string_view text, std::vector<Fault>& faults);

/// Collects the faults of one file.
class FaultSink : public FileFaults {
 public:
  using FileFaults::FileFaults;
  /// False, and a fault, when the node is of another kind.
  [[nodiscard]] bool expect(const Node& node, Kind kind, std::string_view key) const;
  /// Keys that are not in `known`.
  void unknown_keys(const Node& table, const std::vector<std::string>& known) const;
};

}  // namespace gouji::toml
