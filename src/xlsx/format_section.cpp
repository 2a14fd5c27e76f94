// SPDX-License-Identifier: Apache-2.0
#include "xlsx/format_section.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace gouji::xlsx {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::size_t character_length(char first) {
  const auto byte = static_cast<unsigned char>(first);
  return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

class Reader {
 public:
  explicit Reader(std::string_view code) : code_(code) {}

  std::vector<FormatSection> read() {
    sections_.emplace_back();
    while (at_ < code_.size()) step();
    return std::move(sections_);
  }

 private:
  FormatSection& section() { return sections_.back(); }

  void add(TokenKind kind, std::string text) { section().tokens.push_back({kind, std::move(text)}); }

  void literal(std::string_view text) {
    if (!section().tokens.empty() && section().tokens.back().kind == TokenKind::literal) {
      section().tokens.back().text += text;
    } else {
      add(TokenKind::literal, std::string(text));
    }
  }

  std::string_view take(std::size_t length) {
    const std::string_view out = code_.substr(at_, length);
    at_ += out.size();
    return out;
  }

  [[nodiscard]] bool starts(std::string_view word) const {
    const std::string_view here = code_.substr(at_, word.size());
    return here.size() == word.size() &&
           std::equal(here.begin(), here.end(), word.begin(), [](char a, char b) { return lower(a) == lower(b); });
  }

  void step() {
    const char c = code_[at_];
    switch (c) {
      case ';':
        ++at_;
        sections_.emplace_back();
        return;
      case '"': return quoted();
      case '\\':
      case '!':  // the Chinese edition escapes so
        ++at_;
        if (at_ < code_.size()) literal(take(character_length(code_[at_])));
        return;
      case '_':  // as wide as the next character
      case '*':  // filled with it
        ++at_;
        if (at_ < code_.size()) take(character_length(code_[at_]));
        return;
      case '[': return bracket();
      case '0':
      case '#':
      case '?': return add(TokenKind::digit, std::string(take(1)));
      case '.': return add(TokenKind::point, std::string(take(1)));
      case ',': return add(TokenKind::comma, std::string(take(1)));
      case '%': add(TokenKind::percent, {}); return literal(take(1));
      case '@': return add(TokenKind::text, std::string(take(1)));
      default: break;
    }
    word();
  }

  void quoted() {
    const std::size_t end = std::min(code_.find('"', at_ + 1), code_.size());
    literal(code_.substr(at_ + 1, end - at_ - 1));
    at_ = std::min(end + 1, code_.size());
  }

  /// [Red], [$￥-804], [>=10000], [h].
  void bracket() {
    const std::size_t end = code_.find(']', at_);
    if (end == std::string_view::npos) return literal(take(1));
    const std::string_view inside = code_.substr(at_ + 1, end - at_ - 1);
    at_ = end + 1;
    if (inside.empty()) return;
    if (inside.front() == '$') return literal(inside.substr(1, inside.find('-') - 1));
    const std::size_t bound = inside.find_first_not_of("<>=");
    if (bound != 0 && bound != std::string_view::npos) {
      section().condition = inside.substr(0, bound);
      section().bound = inside.substr(bound);
      return;
    }
    const char first = lower(inside.front());
    const bool is_elapsed = (first == 'h' || first == 'm' || first == 's') &&
                            std::all_of(inside.begin(), inside.end(), [&](char c) { return lower(c) == first; });
    if (!is_elapsed) return;
    add(TokenKind::date, "[" + std::string(1, first) + "]");
    section().is_date = true;
  }

  void word() {
    constexpr std::array<std::string_view, 3> kHalves{"上午/下午", "AM/PM", "A/P"};
    for (const std::string_view half : kHalves) {
      if (!starts(half)) continue;
      section().is_date = true;
      return add(TokenKind::date, std::string(take(half.size())));
    }
    if (starts("General")) {
      take(7);
      return add(TokenKind::general, {});
    }
    const char c = lower(code_[at_]);
    if (c == 'e' && at_ + 1 < code_.size() && (code_[at_ + 1] == '+' || code_[at_ + 1] == '-'))
      return add(TokenKind::exponent, std::string(take(2)));
    constexpr std::string_view kDate = "ymdhse";
    if (kDate.find(c) == std::string_view::npos) return literal(take(character_length(code_[at_])));
    std::size_t length = 1;
    while (at_ + length < code_.size() && lower(code_[at_ + length]) == c) ++length;
    at_ += length;
    section().is_date = true;
    add(TokenKind::date, std::string(length, c == 'e' ? 'y' : c));
  }

  std::string_view code_;
  std::size_t at_ = 0;
  std::vector<FormatSection> sections_;
};

}  // namespace

std::vector<FormatSection> read_format(std::string_view code) { return Reader(code).read(); }

}  // namespace gouji::xlsx
