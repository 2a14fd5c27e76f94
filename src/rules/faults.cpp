// SPDX-License-Identifier: Apache-2.0
#include "rules/faults.hpp"

#include <utility>

namespace gouji::rules {

Error to_error(std::vector<yaml::Fault> faults) { return error_of("bad-rules", std::move(faults)); }

bool FaultSink::expect(const yaml::Node& node, yaml::Kind kind, std::string_view key) const {
  if (node.kind == kind) return true;
  add_kind(node.mark, key, yaml::name_of(kind), yaml::name_of(node.kind));
  return false;
}

void FaultSink::unknown_keys(const yaml::Node& map, const std::vector<std::string>& known) const {
  for (const yaml::Entry& entry : map.entries) add_unknown_key(entry.mark, entry.key, known);
}

}  // namespace gouji::rules
