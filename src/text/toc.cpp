// Typed tables of contents.
// SPDX-License-Identifier: Apache-2.0
#include "text/toc.hpp"

#include "text/heading.hpp"

namespace gouji::text {

namespace {

constexpr std::size_t kLongestEntry = 240;  // bytes; several entries may share a line
constexpr std::uint32_t kMostEntries = 200;
constexpr std::uint32_t kLeastEntries = 3;
constexpr std::uint32_t kNearBehind = 6;  // passages between untitled contents and the first heading

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

/// Contents without a title: numbered lines in a row whose first line stands again behind them, as the heading it
/// names.
std::uint32_t end_of_untitled_toc(const TextModel& model, std::uint32_t first) {
  const auto& passages = model.passages;
  const auto marker = marker_of(passages[first]);
  if (!marker || marker->marker.number != 1 || marker->marker.kind > MarkerKind::chinese) return first;
  const std::uint32_t end = end_of_toc(model, first);
  for (std::uint32_t at = first; at < end; ++at) {
    if (!marker_of(passages[at])) return first;
  }
  const std::string_view wanted = entry_text(passages[first].text);
  for (std::uint32_t at = end; at < passages.size() && at < end + kNearBehind; ++at) {
    if (!passages[at].in_table() && entry_text(passages[at].text) == wanted) return end;
  }
  return first;
}

}  // namespace

void mark_typed_toc(TextModel& model) {
  auto& passages = model.passages;
  for (std::uint32_t index = 0; index < passages.size(); ++index) {
    if (passages[index].in_table() || passages[index].is_toc) continue;
    const bool has_title = passages[index].text == "目录" || passages[index].text == "目次";
    const std::uint32_t first = has_title ? index + 1 : index;
    const std::uint32_t end = has_title ? end_of_toc(model, first) : end_of_untitled_toc(model, first);
    if (end < first + kLeastEntries) continue;
    for (std::uint32_t at = first; at < end; ++at) passages[at].is_toc = true;
    index = end - 1;
  }
}

}  // namespace gouji::text
