// Typed tables of contents.
// SPDX-License-Identifier: Apache-2.0
#include "text/toc.hpp"

#include "text/heading.hpp"

namespace gouji::text {

namespace {

constexpr std::size_t kLongestEntry = 240;  // bytes; several entries may share a line
constexpr std::uint32_t kMostEntries = 200;
constexpr std::uint32_t kLeastEntries = 3;

/// The entry without its leader dots and page number.
std::string_view entry_text(std::string_view text) {
  const std::size_t end = text.find_last_not_of("0123456789.… ·-");
  return end == std::string_view::npos ? text : text.substr(0, end + 1);
}

bool may_be_entry(const Passage& passage) {
  return !passage.in_table() && passage.story == docx::StoryKind::body && passage.text.size() <= kLongestEntry &&
         passage.text.find("。") == std::string::npos && passage.text.find("；") == std::string::npos;
}

/// End (exclusive) of the entries that start at `first`.
std::uint32_t end_of_toc(const TextModel& model, std::uint32_t first) {
  const auto& passages = model.passages;
  const auto first_marker = first < passages.size() ? marker_of(passages[first]) : std::nullopt;
  std::uint32_t at = first;
  for (; at < passages.size() && at - first < kMostEntries && may_be_entry(passages[at]); ++at) {
    const auto marker = marker_of(passages[at]);
    if (at > first) {
      if (entry_text(passages[at].text) == entry_text(passages[first].text)) break;
      if (marker && first_marker && marker->marker.kind == first_marker->marker.kind &&
          marker->marker.number == first_marker->marker.number)
        break;
    }
    if (!marker && at > first && first_marker && (at + 1 == passages.size() || !marker_of(passages[at + 1]))) break;
  }
  return at;
}

}  // namespace

void mark_typed_toc(TextModel& model) {
  auto& passages = model.passages;
  for (std::uint32_t index = 0; index < passages.size(); ++index) {
    if (passages[index].in_table() || (passages[index].text != "目录" && passages[index].text != "目次")) continue;
    const std::uint32_t end = end_of_toc(model, index + 1);
    if (end - index - 1 < kLeastEntries) continue;
    for (std::uint32_t at = index + 1; at < end; ++at) passages[at].is_toc = true;
    index = end - 1;
  }
}

}  // namespace gouji::text
