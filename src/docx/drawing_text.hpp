// Text that DrawingML holds outside the walk's reach: a:p of chart titles, the points of SmartArt.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "docx/xml.hpp"

namespace gouji::docx {

/// One string per a:p below the node (c:rich, dgm:t); empty ones left out.
[[nodiscard]] std::vector<std::string> drawing_lines(pugi::xml_node node);

/// The text of a diagrams data part (dgm:dataModel), a line a paragraph, in the order of its tree.
[[nodiscard]] std::vector<std::string> diagram_lines(const XmlPart& part);

}  // namespace gouji::docx
