// Flat OPC: a whole .docx as one XML file (pkg:package), its parts as elements.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "gouji/limits.hpp"
#include "gouji/result.hpp"

namespace gouji::docx {

struct FlatPart {
  std::string name;  // without leading '/'
  std::string content_type;
  std::string bytes;
};

[[nodiscard]] bool is_flat_opc(std::string_view bytes);

/// broken-xml, xml-too-deep or zip-bomb otherwise.
Result<std::vector<FlatPart>> read_flat_opc(std::string bytes, const Limits& limits);

}  // namespace gouji::docx
