// SPDX-License-Identifier: Apache-2.0
#include "base/path_pattern.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.hpp"

namespace gouji {
namespace {

/// File names need not be UTF-8: a stray byte stands for itself and for nothing else.
std::u32string characters_of(std::string_view text) {
  constexpr char32_t kStray = 0xDC00;
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = utf8::length(text[at]);
    bool is_whole = at + length <= text.size() && (length > 1 || static_cast<unsigned char>(text[at]) < 0x80);
    for (std::size_t i = 1; is_whole && i < length; ++i)
      is_whole = (static_cast<unsigned char>(text[at + i]) & 0xC0) == 0x80;
    out += is_whole ? utf8::decode(text, at) : kStray + static_cast<unsigned char>(text[at]);
    at += is_whole ? length : 1;
  }
  return out;
}

struct NamedClass {
  std::u32string_view name;
  std::array<std::pair<char32_t, char32_t>, 4> ranges;
};

constexpr std::pair<char32_t, char32_t> kNone{1, 0};
const std::array<NamedClass, 9>& named_classes() {
  static const std::array<NamedClass, 9> classes{
      {{U"digit", {{{U'0', U'9'}, kNone, kNone, kNone}}},
       {U"alpha", {{{U'a', U'z'}, {U'A', U'Z'}, kNone, kNone}}},
       {U"alnum", {{{U'a', U'z'}, {U'A', U'Z'}, {U'0', U'9'}, kNone}}},
       {U"upper", {{{U'A', U'Z'}, kNone, kNone, kNone}}},
       {U"lower", {{{U'a', U'z'}, kNone, kNone, kNone}}},
       {U"space", {{{U'\t', U'\r'}, {U' ', U' '}, kNone, kNone}}},
       {U"blank", {{{U'\t', U'\t'}, {U' ', U' '}, kNone, kNone}}},
       {U"xdigit", {{{U'0', U'9'}, {U'a', U'f'}, {U'A', U'F'}, kNone}}},
       {U"punct", {{{U'!', U'/'}, {U':', U'@'}, {U'[', U'`'}, {U'{', U'~'}}}}}};
  return classes;
}

std::string_view without_end(std::string_view line) {
  if (!line.empty() && line.back() == '\n') line.remove_suffix(1);
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  while (!line.empty() && line.back() == ' ') {
    std::size_t slashes = 0;
    while (slashes + 1 < line.size() && line[line.size() - 2 - slashes] == '\\') ++slashes;
    if (slashes % 2 == 1) break;  // "\ " keeps its blank
    line.remove_suffix(1);
  }
  return line;
}

}  // namespace

std::optional<PathPattern> PathPattern::parse(std::string_view line) {
  line = without_end(line);
  if (line.empty() || line.front() == '#') return std::nullopt;
  PathPattern pattern;
  if (line.front() == '!') {
    pattern.is_negated_ = true;
    line.remove_prefix(1);
  }
  if (!line.empty() && line.back() == '/') {
    pattern.only_folders_ = true;
    line.remove_suffix(1);
  }
  pattern.is_anchored_ = line.find('/') != std::string_view::npos;
  if (!line.empty() && line.front() == '/') line.remove_prefix(1);
  if (line.empty()) return std::nullopt;
  pattern.is_possible_ = pattern.compile(characters_of(line));
  return pattern;
}

/// Behind the closing bracket; nothing when there is none.
std::optional<std::size_t> PathPattern::read_set(std::u32string_view pattern, std::size_t at, Token& token) {
  token.kind = Kind::set;
  ++at;
  if (at < pattern.size() && (pattern[at] == U'!' || pattern[at] == U'^')) {
    token.is_negated = true;
    ++at;
  }
  for (bool is_first = true; at < pattern.size(); is_first = false) {
    if (pattern[at] == U']' && !is_first) return at + 1;
    if (pattern.substr(at, 2) == U"[:") {
      const std::size_t end = pattern.find(U":]", at + 2);
      if (end == std::u32string_view::npos) return std::nullopt;
      const std::u32string_view name = pattern.substr(at + 2, end - at - 2);
      const auto& classes = named_classes();
      const auto found =
          std::find_if(classes.begin(), classes.end(), [&](const NamedClass& each) { return each.name == name; });
      if (found == classes.end()) return std::nullopt;
      for (const auto& [first, last] : found->ranges) token.ranges.push_back({first, last});
      at = end + 2;
      continue;
    }
    if (pattern[at] == U'\\' && ++at == pattern.size()) return std::nullopt;
    const char32_t first = pattern[at++];
    char32_t last = first;
    if (at + 1 < pattern.size() && pattern[at] == U'-' && pattern[at + 1] != U']') {
      if (pattern[++at] == U'\\' && ++at == pattern.size()) return std::nullopt;
      last = pattern[at++];
    }
    token.ranges.push_back({first, last});
  }
  return std::nullopt;
}

bool PathPattern::compile(std::u32string_view pattern) {
  for (std::size_t at = 0; at < pattern.size();) {
    Token token;
    const bool is_at_folder = at == 0 || pattern[at - 1] == U'/';
    if (pattern[at] == U'*') {
      std::size_t end = at;
      while (end < pattern.size() && pattern[end] == U'*') ++end;
      const bool is_double = end - at >= 2 && is_at_folder && is_anchored_;
      if (is_double && end < pattern.size() && pattern[end] == U'/') {
        token.kind = Kind::folders;
        ++end;
      } else {
        token.kind = is_double && end == pattern.size() ? Kind::rest : Kind::star;
      }
      at = end;
    } else if (pattern[at] == U'?') {
      token.kind = Kind::any;
      ++at;
    } else if (pattern[at] == U'[') {
      const std::optional<std::size_t> end = read_set(pattern, at, token);
      if (!end) return false;
      at = *end;
    } else {
      if (pattern[at] == U'\\' && ++at == pattern.size()) return false;
      token.character = pattern[at++];
    }
    tokens_.push_back(std::move(token));
  }
  return true;
}

bool PathPattern::takes(const Token& token, char32_t character) {
  switch (token.kind) {
    case Kind::one: return character == token.character;
    case Kind::any: return character != U'/';
    case Kind::set: {
      const bool is_in = std::any_of(token.ranges.begin(), token.ranges.end(), [&](const Range& range) {
        return character >= range.first && character <= range.last;
      });
      return character != U'/' && is_in != token.is_negated;
    }
    case Kind::star: return character != U'/';
    case Kind::folders:
    case Kind::rest: return true;
  }
  return false;
}

/// All readings side by side: no pattern takes longer than its length times the path's.
bool PathPattern::matches(std::u32string_view text) const {
  const std::size_t end = tokens_.size();
  std::vector<char> now(end + 1, 0);
  std::vector<char> next(end + 1, 0);
  // What may stand for nothing is passed at once; «folders» only where a name begins.
  const auto pass = [&](std::vector<char>& states, bool is_at_folder) {
    for (std::size_t at = 0; at < end; ++at) {
      const Kind kind = tokens_[at].kind;
      if (states[at] != 0 && (kind == Kind::star || (kind == Kind::folders && is_at_folder))) states[at + 1] = 1;
    }
  };
  now[0] = 1;
  pass(now, true);
  for (const char32_t character : text) {
    std::fill(next.begin(), next.end(), char{0});
    for (std::size_t at = 0; at < end; ++at) {
      if (now[at] == 0 || !takes(tokens_[at], character)) continue;
      const Kind kind = tokens_[at].kind;
      const bool stays = kind == Kind::star || kind == Kind::folders || kind == Kind::rest;
      next[stays ? at : at + 1] = 1;
      if (kind == Kind::rest) next[at + 1] = 1;
    }
    pass(next, character == U'/');
    std::swap(now, next);
  }
  return now[end] != 0;
}

bool PathPattern::names(std::string_view path, bool is_folder) const {
  if (!is_possible_ || (only_folders_ && !is_folder)) return false;
  const std::size_t slash = path.rfind('/');
  if (!is_anchored_ && slash != std::string_view::npos) path = path.substr(slash + 1);
  return matches(characters_of(path));
}

bool PathPattern::covers(std::string_view path) const {
  for (std::size_t slash = path.find('/'); slash != std::string_view::npos; slash = path.find('/', slash + 1)) {
    if (names(path.substr(0, slash), true)) return true;
  }
  return names(path, false);
}

}  // namespace gouji
