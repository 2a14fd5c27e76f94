// Folds one source stretch into a passage's text, one pass, with the map back. Stage-internal; users call passage.hpp.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/passage.hpp"

namespace gouji::text {

/// Holds its buffers between calls, so one Folder serves a whole document.
class Folder {
 public:
  /// Appends the folded `source` to `out`; leading and trailing blanks are left out. `source_at` is where `source`
  /// stands in Document::text. With segments == nullptr no map is kept.
  void fold_into(std::string_view source, std::uint32_t source_at, std::uint32_t paragraph, std::string& out,
                 std::vector<Segment>* segments);

 private:
  struct Mark {
    char32_t code = 0;
    std::uint32_t at = 0;  // in the source stretch
    std::uint8_t length = 0;
  };

  void read_marks(std::string_view source);
  [[nodiscard]] char32_t code_at(std::size_t index) const { return index < marks_.size() ? marks_[index].code : 0; }
  void emit(const Mark& mark, char32_t code);
  std::size_t fold_blanks(std::size_t index);
  void fold_line_break(const Mark& mark, std::size_t next);
  void fold_comma(std::size_t index);
  void fold_mark(std::size_t index);
  [[nodiscard]] bool is_thousands_gap(std::size_t right) const;
  [[nodiscard]] bool line_is_complete(std::size_t next) const;
  [[nodiscard]] std::string preview(std::size_t index) const;

  std::vector<Mark> marks_;
  std::string* out_ = nullptr;
  std::vector<Segment>* segments_ = nullptr;
  std::uint32_t source_at_ = 0;
  std::uint32_t paragraph_ = 0;
  std::size_t line_begin_ = 0;  // in *out_
  char32_t previous_ = 0;       // last character written, 0 at the start
  char32_t before_previous_ = 0;
  std::uint32_t digits_ = 0;    // length of the digit group that ends the output
  char32_t before_digits_ = 0;  // what stands in front of that group
  char32_t first_digit_ = 0;
  bool is_grouped_ = false;    // a thousands separator stands in front of that group
  bool starts_group_ = false;  // the next digit opens a new group
};

}  // namespace gouji::text
