// Automatic numbers: numbering.xml read once, then asked paragraph by paragraph in document order.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "docx/styles.hpp"
#include "docx/xml.hpp"

namespace gouji::docx {

inline constexpr int kLevels = 9;

struct NumberLevel {
  int start = 1;
  int restart = -1;  // w:lvlRestart; -1 = after any higher level, 0 = never
  bool legal = false;
  std::string format = "decimal";
  std::string text;   // "（%1）"
  std::string style;  // linked paragraph style
  int width = 0;      // of a custom format such as "001, 002, 003, ...": digits, filled up with zeros
};

class Numbering {
 public:
  Numbering() = default;
  Numbering(const XmlPart& part, const Styles& styles);

  /// Advances the list and renders the number; empty for an unknown list.
  std::string next(int num_id, int level);
  /// The level that a paragraph style is linked to in that list.
  [[nodiscard]] std::optional<int> level_of_style(int num_id, std::string_view style) const;

 private:
  template <class T>
  using PerLevel = std::array<T, static_cast<std::size_t>(kLevels)>;

  struct Abstract {
    PerLevel<NumberLevel> levels;
    std::string style_link;  // w:numStyleLink: the list is defined by a numbering style
  };
  struct Num {
    int abstract = -1;
    std::map<int, int> starts;  // level -> w:startOverride
    std::set<int> begun;        // levels whose override has taken effect
    std::map<int, NumberLevel> levels;
  };
  struct Counter {
    int value = 0;
    bool started = false;
  };

  static NumberLevel read_level(pugi::xml_node node);
  [[nodiscard]] int resolve(int abstract, const Styles& styles) const;
  [[nodiscard]] const NumberLevel& level_of(const Num& num, int level) const;
  [[nodiscard]] int start_of(const Num& num, int level) const;
  [[nodiscard]] std::string render(const Num& num, int level) const;

  std::map<int, Abstract> abstracts_;
  std::map<int, Num> nums_;
  std::map<int, PerLevel<Counter>> counters_;  // by abstract list: lists of one definition count on together
};

}  // namespace gouji::docx
