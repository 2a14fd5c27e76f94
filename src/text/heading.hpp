// Which passages are headings, and how deep. Stage-internal, save for the views on one passage.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include "text/marker.hpp"
#include "text/passage.hpp"

namespace gouji::text {

/// The marker of a passage: its automatic number, else what is typed at its start (then Marker::length bytes of text).
struct PassageMarker {
  Marker marker;
  bool is_automatic = false;
};
[[nodiscard]] std::optional<PassageMarker> marker_of(const Passage& passage);

/// What a heading says: the text behind the typed marker up to the first 。 or line end.
[[nodiscard]] std::string_view heading_text(const Passage& passage);

/// Short, one phrase, no amounts: can what stands behind the marker be a heading («评价小组情况。2023年…» can)?
[[nodiscard]] bool has_heading_nature(const Passage& passage);

/// Fills heading_level and heading of every passage.
void find_headings(const docx::Document& document, TextModel& model);

}  // namespace gouji::text
