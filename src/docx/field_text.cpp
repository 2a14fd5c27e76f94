// EQ as Word's users meet it: characters in a circle, phonetic guides, fractions, roots, super- and subscripts.
// SPDX-License-Identifier: Apache-2.0
#include "docx/field_text.hpp"

#include <array>
#include <cstdlib>
#include <vector>

#include "base/utf8.hpp"
#include "docx/number_format.hpp"
#include "docx/symbols.hpp"
#include "docx/xml.hpp"

namespace gouji::docx {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool is_enclosure(std::string_view text) {
  static constexpr std::array<std::string_view, 7> kShapes{"○", "◯", "〇", "□", "△", "◇", "⃝"};
  for (const std::string_view shape : kShapes) {
    if (text == shape) return true;
  }
  return false;
}

/// A number in a circle is one character; anything else is told by what stands inside.
std::string enclosed(const std::string& content) {
  const int number = to_int(content.c_str(), 0);
  return std::to_string(number) == content ? format_number("decimalEnclosedCircle", number) : content;
}

class Equation {
 public:
  explicit Equation(std::string_view source) : source_(source) {}

  std::string read() {
    std::string out;
    while (at_ < source_.size()) {
      out += sequence(0).text;
      if (at_ < source_.size()) out += source_[at_++];  // a bracket or comma that opens nothing
    }
    const std::size_t end = out.find_last_not_of(' ');
    return end == std::string::npos ? std::string() : out.substr(0, end + 1);
  }

 private:
  struct Piece {
    std::string text;
    bool raised = false;
  };
  static constexpr int kDeepest = 16;

  Piece sequence(int depth) {
    Piece piece;
    while (at_ < source_.size()) {
      const char c = source_[at_];
      if (c == ')' || c == ',' || c == ';') return piece;
      if (c == '\\') {
        ++at_;
        const Piece inner = command(depth);
        piece.raised = piece.raised || inner.raised;
        piece.text += inner.text;
      } else if (c == '(' && depth < kDeepest) {
        ++at_;
        piece.text += "(" + join(arguments(depth), ",") + ")";
      } else {
        ++at_;
        if (c != ' ' || !piece.text.empty()) piece.text += c;
      }
    }
    return piece;
  }

  Piece command(int depth) {
    if (at_ >= source_.size()) return {};
    if (source_[at_] == '*') {
      skip_format();
      return {};
    }
    if (!is_letter(source_[at_])) return {std::string(1, source_[at_++]), false};
    const std::string name = word();
    std::string options;
    while (at_ < source_.size() && source_[at_] == '\\' && at_ + 1 < source_.size() && is_letter(source_[at_ + 1])) {
      ++at_;
      options += " " + word();
      if (options.ends_with("c") && at_ < source_.size() && source_[at_] == '\\') at_ += 2;  // \lc\{ names a bracket
    }
    if (at_ >= source_.size() || source_[at_] != '(' || depth >= kDeepest) return {};
    ++at_;
    return combine(name, options, arguments(depth));
  }

  std::vector<Piece> arguments(int depth) {
    std::vector<Piece> pieces;
    while (true) {
      pieces.push_back(sequence(depth + 1));
      if (at_ >= source_.size()) return pieces;
      const char mark = source_[at_++];
      if (mark == ')') return pieces;
    }
  }

  static std::string join(const std::vector<Piece>& pieces, const char* between) {
    std::string out;
    for (std::size_t i = 0; i < pieces.size(); ++i) out += (i == 0 ? "" : between) + pieces[i].text;
    return out;
  }

  static Piece combine(const std::string& name, const std::string& options, const std::vector<Piece>& pieces) {
    if (name == "f") return {join(pieces, "/"), false};
    if (name == "r") {
      return {pieces.size() < 2 ? "√" + pieces.front().text : pieces[0].text + "√" + pieces[1].text, false};
    }
    if (name == "l") return {join(pieces, ","), false};
    if (name == "a") return {join(pieces, " "), false};
    if (name == "b") return {"(" + join(pieces, ",") + ")", false};
    if (name == "s" && options.find("up") != std::string::npos) return {join(pieces, ""), true};
    if (name == "o") return overlaid(pieces);
    return {join(pieces, ""), false};
  }

  /// Characters on top of each other: a raised one is a phonetic guide, a shape is the frame of the other.
  static Piece overlaid(const std::vector<Piece>& pieces) {
    std::string inside;
    std::string all;
    bool framed = false;
    for (const Piece& piece : pieces) {
      if (piece.raised) continue;
      all += piece.text;
      if (is_enclosure(piece.text)) {
        framed = true;
      } else {
        inside += piece.text;
      }
    }
    if (all.empty()) return {join(pieces, ""), false};
    return {framed && !inside.empty() ? enclosed(inside) : all, false};
  }

  /// A switch's letters; a measure behind it is passed over.
  std::string word() {
    std::string out;
    while (at_ < source_.size() && is_letter(source_[at_])) out += lower(source_[at_++]);
    std::size_t ahead = at_;
    while (ahead < source_.size() && (source_[ahead] == ' ' || source_[ahead] == '-')) ++ahead;
    if (ahead < source_.size() && is_digit(source_[ahead])) {
      while (ahead < source_.size() && is_digit(source_[ahead])) ++ahead;
      while (ahead < source_.size() && source_[ahead] == ' ') ++ahead;
      at_ = ahead;
    } else if (ahead < source_.size() && (source_[ahead] == '(' || source_[ahead] == '\\')) {
      at_ = ahead;
    }
    return out;
  }

  /// \* jc2, \* "Font:宋体"
  void skip_format() {
    ++at_;
    while (at_ < source_.size() && source_[at_] == ' ') ++at_;
    const bool quoted = at_ < source_.size() && source_[at_] == '"';
    if (quoted) ++at_;
    while (at_ < source_.size() && source_[at_] != (quoted ? '"' : ' ') && (quoted || source_[at_] != '\\')) ++at_;
    if (quoted && at_ < source_.size()) ++at_;
    while (at_ < source_.size() && source_[at_] == ' ') ++at_;
  }

  std::string_view source_;
  std::size_t at_ = 0;
};

std::string_view next_word(std::string_view& rest) {
  const std::size_t begin = rest.find_first_not_of(' ');
  if (begin == std::string_view::npos) {
    rest = {};
    return {};
  }
  rest.remove_prefix(begin);
  std::string_view out;
  if (rest.front() == '"') {
    rest.remove_prefix(1);
    out = rest.substr(0, rest.find('"'));
    rest.remove_prefix(std::min(rest.size(), out.size() + 1));
  } else {
    out = rest.substr(0, rest.find(' '));
    rest.remove_prefix(out.size());
  }
  return out;
}

std::string symbol_field(std::string_view rest) {
  const std::string code_text(next_word(rest));
  const auto code = static_cast<char32_t>(std::strtoul(code_text.c_str(), nullptr, 0) & 0xFFFFu);
  std::string_view font;
  for (std::string_view option = next_word(rest); !option.empty(); option = next_word(rest)) {
    if (option == "\\f" || option == "\\F") font = next_word(rest);
  }
  if (is_symbol_font(font)) return std::string(symbol_text(font, code));
  std::string out;
  if (code >= 0x20 && (code < 0xD800 || code > 0xF8FF)) utf8::append(out, code);
  return out;
}

}  // namespace

std::string field_text(std::string_view instruction) {
  std::string_view rest = instruction;
  std::string name;
  for (const char c : next_word(rest)) name += lower(c);
  if (name == "eq") return Equation(rest).read();
  if (name == "symbol") return symbol_field(rest);
  if (name == "macrobutton") {
    static_cast<void>(next_word(rest));  // the macro
    const std::size_t begin = rest.find_first_not_of(' ');
    if (begin == std::string_view::npos) return {};
    return std::string(rest.substr(begin, rest.find_last_not_of(' ') + 1 - begin));
  }
  return {};
}

}  // namespace gouji::docx
