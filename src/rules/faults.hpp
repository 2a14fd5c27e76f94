// Faults of rule and lexicon files, collected by file and told as one Error.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "gouji/result.hpp"
#include "yaml/yaml.hpp"

namespace gouji::rules {

/// Code "bad-rules"; the message has a line for each fault, sorted by file and place: file:line:column: text.
[[nodiscard]] Error to_error(std::vector<yaml::Fault> faults);

/// Collects the faults of one file.
class FaultSink : public FileFaults {
 public:
  using FileFaults::FileFaults;
  /// False, and a fault, when the node is of another kind.
  [[nodiscard]] bool expect(const yaml::Node& node, yaml::Kind kind, std::string_view key) const;
  /// Keys that are not in `known`.
  void unknown_keys(const yaml::Node& map, const std::vector<std::string>& known) const;
};

}  // namespace gouji::rules
