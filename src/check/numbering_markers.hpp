// Enumerators inside running text: where one may stand and what must follow.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include "text/marker.hpp"
#include "text/passage.hpp"

namespace gouji::check {

struct InlineMarker {
  text::Marker marker;
  std::uint32_t at = 0;
  int depth = 0;          // of （）
  bool has_lead = false;  // words of the same clause stand before it: «人才方面，一是»
};

/// Markers of 一是, 第一，, 首先, ①, （1）, 1. and 1） behind a mark or at a start, outside “” and 《》, in order.
/// 一、 and （一） only behind ：, ； or 。: elsewhere inside a paragraph they are references more often than lists.
[[nodiscard]] std::vector<InlineMarker> inline_markers(std::string_view text);

}  // namespace gouji::check
