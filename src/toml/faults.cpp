// SPDX-License-Identifier: Apache-2.0
#include "toml/toml.hpp"

namespace gouji::toml {

bool FaultSink::expect(const Node& node, Kind kind, std::string_view key) const {
  if (node.kind == kind) return true;
  add_kind(node.mark, key, name_of(kind), name_of(node.kind));
  return false;
}

void FaultSink::unknown_keys(const Node& table, const std::vector<std::string>& known) const {
  for (const Entry& entry : table.entries) add_unknown_key(entry.mark, entry.key, known);
}

}  // namespace gouji::toml
