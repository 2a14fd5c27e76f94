// Patterns of the relation kind: RE2 with typed captures {name:type} and the gaps ~, ~~ and ~~~.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "check/scope_text.hpp"
#include "gouji/result.hpp"
#include "lexicon/lexicon.hpp"
#include "text/regex.hpp"

namespace gouji::check {

struct Capture {
  std::string name;
  bool is_figure = false;                           // else a word
  lexicon::ClassId word_class = lexicon::kNoClass;  // for a lexicon word
  int group = 0;
};

class RelationPattern {
 public:
  /// Nothing, and `fault`, when the pattern is bad or names an unknown type.
  static std::optional<RelationPattern> compile(std::string_view pattern, const lexicon::Lexicon& lexicon,
                                                Bilingual& fault);

  [[nodiscard]] const std::vector<Capture>& captures() const { return captures_; }
  [[nodiscard]] const Capture* capture(std::string_view name) const;
  /// Has it a gap ~~~, so that its figures may be another pair's?
  [[nodiscard]] bool is_far() const { return is_far_; }
  /// Cheap test: has the scope a figure for each capture that cannot be left out?
  [[nodiscard]] bool may_match(std::uint32_t kinds) const;
  /// Leftmost match at or behind `from` whose gaps are short enough; moves `from` behind it.
  [[nodiscard]] bool next(std::string_view text, std::size_t& from, std::vector<text::Regex::Group>& groups,
                          const Budget& budget) const;

  /// Words that may stand as type of a capture.
  [[nodiscard]] static std::vector<std::string> type_names(const lexicon::Lexicon& lexicon);

 private:
  explicit RelationPattern(text::Regex regex) : regex_(std::move(regex)) {}
  struct Gap {
    int group = 0;
    std::uint32_t most = 0;  // characters
  };
  text::Regex regex_;
  std::vector<Capture> captures_;
  std::vector<Gap> gaps_;
  bool is_far_ = false;
  std::vector<std::uint32_t> needed_;  // for each, one of these kinds of mask
};

}  // namespace gouji::check
