// The elements of one part with their byte offsets, so that text can be put in and taken out while every other byte
// stays as it was.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "docx/xml.hpp"
#include "gouji/limits.hpp"
#include "gouji/result.hpp"

namespace gouji::annotate {

inline constexpr std::uint32_t kNone = 0xFFFFFFFFu;

struct Element {
  std::uint32_t begin = 0;      // '<' of the opening tag
  std::uint32_t inner = 0;      // behind the opening tag
  std::uint32_t inner_end = 0;  // '<' of the closing tag; inner where it is written <x/>
  std::uint32_t end = 0;
  std::uint32_t parent = kNone;
  std::uint32_t next = 0;  // index of the first element behind it that is not within it
  docx::Tag tag = docx::Tag::other;
  bool is_short = false;  // <x/>
};

class Markup {
 public:
  Markup() = default;
  /// The text is UTF-8. Fails as docx::parse_xml does.
  static Result<Markup> read(const std::string& name, std::string text, const Limits& limits);

  [[nodiscard]] const std::string& text() const { return text_; }
  /// Document order, the root first.
  [[nodiscard]] const std::vector<Element>& elements() const { return elements_; }
  [[nodiscard]] const Element& at(std::uint32_t index) const { return elements_[index]; }
  [[nodiscard]] std::string_view slice(std::uint32_t begin, std::uint32_t end) const {
    return std::string_view(text_).substr(begin, end - begin);
  }
  [[nodiscard]] std::string_view opening(const Element& element) const { return slice(element.begin, element.inner); }
  /// "w:comment".
  [[nodiscard]] std::string_view name(const Element& element) const;
  /// "comment".
  [[nodiscard]] std::string_view local(const Element& element) const;
  /// The value by local name, references resolved.
  [[nodiscard]] std::optional<std::string> attribute(const Element& element, std::string_view local) const;
  /// Children in order.
  [[nodiscard]] std::vector<std::uint32_t> children(std::uint32_t index) const;
  /// A prefix that the root binds to this namespace; nothing when it binds none.
  [[nodiscard]] std::optional<std::string> prefix_of(std::string_view uri) const;

 private:
  std::string text_;
  std::vector<Element> elements_;
};

/// Resolves the five names and numbers.
[[nodiscard]] std::string unescape(std::string_view text);

/// Insertions and erasures on a text, made all at once. Erased stretches may overlap; what is inserted within one
/// stays.
class Splices {
 public:
  void insert(std::uint32_t at, std::string text);
  void erase(std::uint32_t begin, std::uint32_t end);
  [[nodiscard]] bool empty() const { return edits_.empty(); }
  [[nodiscard]] std::string apply(const std::string& text) const;

 private:
  struct Edit {
    std::uint32_t begin;
    std::uint32_t end;
    std::string text;
  };
  std::vector<Edit> edits_;
};

}  // namespace gouji::annotate
