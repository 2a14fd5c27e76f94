// List and heading markers at the start of folded text: «一、», «（一）», «1.», «（1）», «①», «一是», «第一，», «首先».
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace gouji::text {

enum class MarkerKind {
  part,           // 第一部分, 第一章
  section,        // 第一节
  chinese,        // 一、
  chinese_paren,  // （一）
  arabic,         // 1. 1、
  arabic_paren,   // （1） ⑴
  half_paren,     // 1）
  circled,        // ①
  is_ordinal,     // 一是, 其一
  di_ordinal,     // 第一，第一是; 首先 = 1, 其次 = 2, 再次 = 3
  last_ordinal    // 最后: whatever number is due
};

struct Marker {
  MarkerKind kind = MarkerKind::chinese;
  int number = 0;
  std::size_t length = 0;  // bytes, the mark behind the number included
};

/// The marker that starts at `at`. «1.5», «一、二季度», «2023.» and «（2023）» are none.
[[nodiscard]] std::optional<Marker> marker_at(std::string_view text, std::size_t at = 0);

/// An automatic number as Word renders it: «1», «1.», «一、», «（一）». Multi-level «1.1» is none.
[[nodiscard]] std::optional<Marker> marker_of_label(std::string_view label);

/// Chinese numeral 一…九十九 at `at`; 0 and length 0 when there is none.
[[nodiscard]] int small_chinese_number(std::string_view text, std::size_t at, std::size_t& length);

/// A marker or a short label with its colon («评价单位：») at the start of a line.
[[nodiscard]] bool starts_line(std::string_view text);

/// A line that is a marker and at most 40 characters without punctuation: a heading that a line break ends.
[[nodiscard]] bool is_short_marked_line(std::string_view line);

/// A number as that kind writes it: (chinese_paren, 4) = "（四）".
[[nodiscard]] std::string shown_marker(MarkerKind kind, int number);

}  // namespace gouji::text
