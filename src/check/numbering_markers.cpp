// Finds enumerators in running text.
// SPDX-License-Identifier: Apache-2.0
#include "check/numbering_markers.hpp"

#include <array>

#include "base/utf8.hpp"

namespace gouji::check {

namespace {

using text::MarkerKind;

bool may_stand_behind(char32_t code) {
  static constexpr std::u32string_view kMarks = U"。；：，、！？（）”》\n—";
  return code == 0 || kMarks.find(code) != std::u32string_view::npos;
}

/// «①÷②», «①、②合计» and «1.5» are no items: an item begins with words.
bool is_followed_by_words(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  const char32_t code = utf8::decode(text, at);
  static constexpr std::u32string_view kOpeners = U"“《（〔";
  const bool is_ascii_word = code < 0x80 && code > U'/' && code != U'=' && code != U'<' && code != U'>';
  return utf8::is_han(code) || kOpeners.find(code) != std::u32string_view::npos || is_ascii_word;
}

bool is_wanted(const text::Marker& marker, std::string_view text, std::size_t at, char32_t before) {
  switch (marker.kind) {
    case MarkerKind::is_ordinal:
    case MarkerKind::circled:
    case MarkerKind::last_ordinal: return before != U'、';
    case MarkerKind::di_ordinal:
      // «再次强调» is an adverb; as an enumerator it has its comma.
      return before != U'、' &&
             (marker.number < 3 || text.compare(at, 3, "再") != 0 || text.compare(at + 6, 3, "，") == 0);
    case MarkerKind::arabic:
    case MarkerKind::arabic_paren:
    case MarkerKind::half_paren: return before != U'、' && before != U'—' && before != U'（';
    case MarkerKind::chinese:
    case MarkerKind::chinese_paren:
      // at a start it is a heading; behind ， or 、 it is a reference
      return before == U'：' || before == U'；' || before == U'。';
    default: return false;
  }
}

bool ends_sentence(char32_t code) {
  return code == U'。' || code == U'；' || code == U'！' || code == U'？' || code == U'\n';
}

}  // namespace

std::vector<InlineMarker> inline_markers(std::string_view text) {
  std::vector<InlineMarker> out;
  int depth = 0;
  int quoted = 0;
  bool has_words = false;  // in this clause chain so far
  char32_t before = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t code = utf8::decode(text, at);
    if (quoted == 0 && may_stand_behind(before)) {
      const auto marker = text::marker_at(text, at);
      if (marker && is_wanted(*marker, text, at, before) && is_followed_by_words(text, at + marker->length)) {
        out.push_back({*marker, static_cast<std::uint32_t>(at), depth, has_words});
        at += marker->length;
        before = U'，';
        has_words = true;
        continue;
      }
    }
    if (code == U'“' || code == U'《') ++quoted;
    if ((code == U'”' || code == U'》') && quoted > 0) --quoted;
    if (code == U'（') ++depth;
    if (code == U'）' && depth > 0) --depth;
    if (ends_sentence(code)) {
      has_words = false;
      quoted = 0;
      if (code == U'\n') depth = 0;
    } else if (utf8::is_han(code)) {
      has_words = true;
    }
    before = code;
    at += utf8::length(text[at]);
  }
  return out;
}

}  // namespace gouji::check
