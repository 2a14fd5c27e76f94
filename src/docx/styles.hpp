// Styles reduced to what reading needs, with inheritance already applied.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "docx/xml.hpp"

namespace gouji::docx {

struct Style {
  std::string id;
  std::string based_on;
  int outline = -1;  // 0 = heading 1, 9 = body text, -1 = not said
  int num_id = -1;   // -1 = not said, 0 = numbering off
  int level = -1;
  int vanish = -1;  // -1 = not said
  int centered = -1;
  bool toc = false;
};

class Styles {
 public:
  Styles() = default;
  explicit Styles(const XmlPart& part);
  Styles(Styles&&) = default;
  Styles& operator=(Styles&&) = default;

  /// nullptr if there is no such style.
  [[nodiscard]] const Style* find(std::string_view id) const;
  /// The paragraph style of paragraphs that name none; nullptr if there is none.
  [[nodiscard]] const Style* paragraph_default() const { return default_ < 0 ? nullptr : &styles_[index_of_default()]; }

 private:
  [[nodiscard]] std::size_t index_of_default() const { return static_cast<std::size_t>(default_); }
  void inherit();

  std::vector<Style> styles_;
  std::unordered_map<std::string_view, std::size_t> by_id_;  // views into styles_, which never changes again
  int default_ = -1;
};

}  // namespace gouji::docx
