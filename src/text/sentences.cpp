// Sentence cutting with brackets matched first, so that one stray quotation mark does not swallow the paragraph.
// SPDX-License-Identifier: Apache-2.0
#include "text/sentences.hpp"

#include <array>
#include <cstdint>

#include "base/utf8.hpp"

namespace gouji::text {

namespace {

struct Bracket {
  char32_t open;
  char32_t close;
};
constexpr std::array<Bracket, 4> kBrackets = {{{U'（', U'）'}, {U'“', U'”'}, {U'《', U'》'}, {U'「', U'」'}}};

int bracket_opened_by(char32_t code) {
  for (std::size_t index = 0; index < kBrackets.size(); ++index) {
    if (kBrackets[index].open == code) return static_cast<int>(index);
  }
  return -1;
}

int bracket_closed_by(char32_t code) {
  for (std::size_t index = 0; index < kBrackets.size(); ++index) {
    if (kBrackets[index].close == code) return static_cast<int>(index);
  }
  return -1;
}

/// Byte offsets of brackets that have a partner, in order; pairs nest, others are left out.
std::vector<std::uint32_t> matched_brackets(std::string_view text) {
  struct Open {
    int kind;
    std::uint32_t at;
  };
  std::vector<Open> open;
  std::array<std::uint32_t, kBrackets.size()> waiting{};
  std::vector<std::uint8_t> is_matched;
  std::vector<std::uint32_t> places;
  std::vector<std::uint32_t> index_of_open;
  for (std::size_t at = 0; at < text.size(); at += utf8::length(text[at])) {
    if (static_cast<unsigned char>(text[at]) < 0xE2 || static_cast<unsigned char>(text[at]) > 0xEF) continue;
    const char32_t code = utf8::decode(text, at);
    const auto place = static_cast<std::uint32_t>(at);
    if (const int kind = bracket_opened_by(code); kind >= 0) {
      open.push_back({kind, place});
      index_of_open.push_back(static_cast<std::uint32_t>(places.size()));
      places.push_back(place);
      is_matched.push_back(0);
      ++waiting[static_cast<std::size_t>(kind)];
    } else if (const int closed = bracket_closed_by(code);
               closed >= 0 && waiting[static_cast<std::size_t>(closed)] > 0) {
      while (open.back().kind != closed) {
        --waiting[static_cast<std::size_t>(open.back().kind)];
        open.pop_back();
        index_of_open.pop_back();
      }
      is_matched[index_of_open.back()] = 1;
      --waiting[static_cast<std::size_t>(closed)];
      open.pop_back();
      index_of_open.pop_back();
      places.push_back(place);
      is_matched.push_back(1);
    }
  }
  std::vector<std::uint32_t> out;
  for (std::size_t index = 0; index < places.size(); ++index) {
    if (is_matched[index] != 0) out.push_back(places[index]);
  }
  return out;
}

bool is_full_stop(char32_t code) { return code == U'。' || code == U'！' || code == U'？'; }

}  // namespace

std::vector<Span> cut_sentences(std::string_view text) {
  std::vector<Span> out;
  const std::vector<std::uint32_t> brackets = matched_brackets(text);
  std::size_t next_bracket = 0;
  int depth = 0;
  std::uint32_t begin = 0;
  char32_t previous = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t code = utf8::decode(text, at);
    const std::size_t after = at + utf8::length(text[at]);
    bool cuts = false;
    if (next_bracket < brackets.size() && brackets[next_bracket] == at) {
      ++next_bracket;
      if (bracket_opened_by(code) >= 0) {
        ++depth;
      } else {
        --depth;
        cuts = depth == 0 && (code == U'”' || code == U'」') && is_full_stop(previous);
      }
    } else if (depth == 0) {
      cuts = is_full_stop(code) || code == U'；' || code == U'\n';
    }
    if (cuts) {
      out.push_back({begin, static_cast<std::uint32_t>(after)});
      begin = static_cast<std::uint32_t>(after);
    }
    previous = code;
    at = after;
  }
  if (begin < text.size()) out.push_back({begin, static_cast<std::uint32_t>(text.size())});
  return out;
}

}  // namespace gouji::text
