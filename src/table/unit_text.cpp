// SPDX-License-Identifier: Apache-2.0
#include "table/unit_text.hpp"

#include "base/utf8.hpp"

namespace gouji::table {
namespace {

bool is_edge(char32_t code) {
  constexpr std::u32string_view kEdges = U"）)、，；。 \n\t】]";
  return code == 0 || kEdges.find(code) != std::u32string_view::npos;
}

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && (text[at] == ' ' || text[at] == '\n' || text[at] == '\t')) ++at;
  return at;
}

/// A unit that starts at `at` and is followed by an edge or by «/人».
DeclaredUnit unit_whole(std::string_view text, std::size_t at, const lexicon::Lexicon& lexicon) {
  const lexicon::Unit* unit = lexicon.unit_at(text, at);
  if (unit == nullptr) return {};
  const std::size_t end = at + unit->word.size();
  const char32_t next = end < text.size() ? utf8::decode(text, end) : 0;
  const text::Span span{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
  if (next == U'/') {
    // 单位：人/万元 names the units of two kinds of columns; 元/亩 is a price
    if (unit->kind != lexicon::UnitKind::money) return unit_whole(text, end + 1, lexicon);
    const bool is_list =
        unit_whole(text, end + 1, lexicon).found() && lexicon.unit_at(text, end + 1)->kind == unit->kind;
    return {unit, span, !is_list};
  }
  if (!is_edge(next)) return {};
  return {unit, span, false};
}

}  // namespace

DeclaredUnit unit_after_word(std::string_view text, const lexicon::Lexicon& lexicon) {
  constexpr std::string_view kWord = "单位";
  for (std::size_t at = text.find(kWord); at != std::string_view::npos; at = text.find(kWord, at + kWord.size())) {
    std::size_t here = skip_blanks(text, at + kWord.size());
    if (here >= text.size()) break;
    const char32_t code = utf8::decode(text, here);
    if (code != U'：' && code != U':' && code != U'为') continue;
    here = skip_blanks(text, here + utf8::length(text[here]));
    if (text.substr(here, 9) == "人民币") here = skip_blanks(text, here + 9);
    if (const DeclaredUnit found = unit_whole(text, here, lexicon); found.found()) return found;
  }
  return {};
}

DeclaredUnit unit_in_brackets(std::string_view text, const lexicon::Lexicon& lexicon) {
  DeclaredUnit last;
  for (std::size_t at = 0; at < text.size(); at += utf8::length(text[at])) {
    const char32_t code = utf8::decode(text, at);
    if (code != U'（' && code != U'(') continue;
    const std::size_t inside = skip_blanks(text, at + utf8::length(text[at]));
    if (const DeclaredUnit found = unit_whole(text, inside, lexicon); found.found()) last = found;
  }
  return last;
}

DeclaredUnit unit_of_header(std::string_view text, const lexicon::Lexicon& lexicon) {
  if (const DeclaredUnit found = unit_after_word(text, lexicon); found.found()) return found;
  if (const DeclaredUnit found = unit_in_brackets(text, lexicon); found.found()) return found;
  const lexicon::Unit* unit = lexicon.unit_at(text, 0);
  if (unit != nullptr && unit->kind == lexicon::UnitKind::money && unit->word.size() == text.size()) {
    return {unit, {0, static_cast<std::uint32_t>(text.size())}, false};
  }
  return {};
}

}  // namespace gouji::table
