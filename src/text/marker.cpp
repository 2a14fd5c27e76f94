// Reading of list and heading markers.
// SPDX-License-Identifier: Apache-2.0
#include "text/marker.hpp"

#include <array>

#include "base/utf8.hpp"
#include "text/characters.hpp"

namespace gouji::text {

namespace {

constexpr std::array<std::string_view, 10> kNumerals = {"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
constexpr std::string_view kTen = "十";
constexpr std::uint32_t kHeadingLength = 40;

bool has(std::string_view text, std::size_t at, std::string_view word) {
  return at <= text.size() && text.compare(at, word.size(), word) == 0;
}

int chinese_digit(std::string_view text, std::size_t at) {
  for (std::size_t value = 1; value < kNumerals.size(); ++value) {
    if (has(text, at, kNumerals[value])) return static_cast<int>(value);
  }
  return 0;
}

int small_arabic_number(std::string_view text, std::size_t at, std::size_t& length) {
  int value = 0;
  length = 0;
  while (at + length < text.size() && text[at + length] >= '0' && text[at + length] <= '9') {
    if (length == 2) return 0;
    value = value * 10 + (text[at + length] - '0');
    ++length;
  }
  return value;
}

/// «一、二季度» counts, it does not number; so does «一、二、三级».
bool continues_counting(std::string_view text, std::size_t at) {
  static constexpr std::array<std::string_view, 14> kCounted = {"、", "季", "级", "类", "期",   "轮", "批",
                                                                "审", "线", "产", "月", "年级", "等", "次"};
  std::size_t length = 0;
  if (small_chinese_number(text, at, length) == 0) return false;
  for (const std::string_view word : kCounted) {
    if (has(text, at + length, word)) return true;
  }
  return false;
}

std::optional<Marker> enclosed_marker(std::string_view text, std::size_t at) {
  const char32_t code = utf8::decode(text, at);
  const auto of = [&](MarkerKind kind, char32_t first) { return Marker{kind, static_cast<int>(code - first) + 1, 3}; };
  if (code >= U'①' && code <= U'⑳') return of(MarkerKind::circled, U'①');
  if (code >= U'⑴' && code <= U'⒇') return of(MarkerKind::arabic_paren, U'⑴');
  if (code >= U'⒈' && code <= U'⒛') return of(MarkerKind::arabic, U'⒈');
  if (code >= U'㈠' && code <= U'㈩') return of(MarkerKind::chinese_paren, U'㈠');
  return std::nullopt;
}

std::optional<Marker> bracketed_marker(std::string_view text, std::size_t at) {
  const std::size_t inner = at + 3;
  std::size_t length = 0;
  if (const int value = small_chinese_number(text, inner, length); value > 0 && has(text, inner + length, "）")) {
    return Marker{MarkerKind::chinese_paren, value, length + 6};
  }
  if (const int value = small_arabic_number(text, inner, length); value > 0 && has(text, inner + length, "）")) {
    return Marker{MarkerKind::arabic_paren, value, length + 6};
  }
  return std::nullopt;
}

std::optional<Marker> arabic_marker(std::string_view text, std::size_t at) {
  std::size_t length = 0;
  const int value = small_arabic_number(text, at, length);
  if (value == 0) return std::nullopt;
  const std::size_t after = at + length;
  if (has(text, after, "）")) return Marker{MarkerKind::half_paren, value, length + 3};
  std::size_t mark = 0;
  if (has(text, after, ".")) mark = 1;
  if (has(text, after, "、")) mark = 3;
  if (mark == 0) return std::nullopt;
  const std::string_view behind = text.substr(after + mark);
  const char next = behind.empty() ? ' ' : behind[0];
  const bool is_figure = (next >= '0' && next <= '9') || next == '.';
  if (is_figure && !(has(behind, 4, "年") && (has(behind, 0, "20") || has(behind, 0, "19"))))
    return std::nullopt;  // «1.2023年…» is an item
  return Marker{MarkerKind::arabic, value, length + mark};
}

std::optional<Marker> di_marker(std::string_view text, std::size_t at) {
  static constexpr std::array<std::string_view, 5> kBehind = {"，", "、", "：", "是", "。"};
  const std::size_t inner = at + 3;
  std::size_t length = 0;
  int value = small_chinese_number(text, inner, length);
  if (value == 0) value = small_arabic_number(text, inner, length);
  if (value == 0) return std::nullopt;
  const std::size_t after = inner + length;
  if (has(text, after, "部分")) return Marker{MarkerKind::part, value, 3 + length + 6};
  if (has(text, after, "章") || has(text, after, "篇")) return Marker{MarkerKind::part, value, 3 + length + 3};
  if (has(text, after, "节")) return Marker{MarkerKind::section, value, 3 + length + 3};
  for (const std::string_view mark : kBehind) {
    if (has(text, after, mark)) return Marker{MarkerKind::di_ordinal, value, 3 + length + mark.size()};
  }
  return std::nullopt;
}

std::optional<Marker> word_marker(std::string_view text, std::size_t at) {
  struct Word {
    std::string_view word;
    MarkerKind kind;
    int number;
  };
  static constexpr std::array<Word, 7> kWords = {{{"首先", MarkerKind::di_ordinal, 1},
                                                  {"其次", MarkerKind::di_ordinal, 2},
                                                  {"再次", MarkerKind::di_ordinal, 3},
                                                  {"再者", MarkerKind::di_ordinal, 3},
                                                  {"最后", MarkerKind::last_ordinal, 0},
                                                  {"其一", MarkerKind::is_ordinal, 1},
                                                  {"其二", MarkerKind::is_ordinal, 2}}};
  for (const Word& word : kWords) {
    if (!has(text, at, word.word)) continue;
    const std::size_t length = word.word.size();
    return Marker{word.kind, word.number,
                  has(text, at + length, "，") || has(text, at + length, "是") ? length + 3 : length};
  }
  if (has(text, at, "其三") || has(text, at, "其四"))
    return Marker{MarkerKind::is_ordinal, has(text, at, "其三") ? 3 : 4, 6};
  return std::nullopt;
}

std::string chinese_numeral(int number) {
  std::string out;
  if (number >= 20) out += kNumerals[static_cast<std::size_t>(number / 10 % 10)];
  if (number >= 10) out += kTen;
  if (number % 10 != 0) out += kNumerals[static_cast<std::size_t>(number % 10)];
  return out;
}

}  // namespace

int small_chinese_number(std::string_view text, std::size_t at, std::size_t& length) {
  length = 0;
  int value = chinese_digit(text, at);
  if (value > 0) length = 3;
  if (has(text, at + length, kTen)) {
    value = value == 0 ? 10 : value * 10;
    length += 3;
    if (const int ones = chinese_digit(text, at + length); ones > 0) {
      value += ones;
      length += 3;
    }
  }
  return value;
}

std::optional<Marker> marker_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return std::nullopt;
  if (text[at] >= '0' && text[at] <= '9') return arabic_marker(text, at);
  if (static_cast<unsigned char>(text[at]) < 0xE2) return std::nullopt;
  if (has(text, at, "（")) return bracketed_marker(text, at);
  if (has(text, at, "第")) return di_marker(text, at);
  std::size_t length = 0;
  if (const int value = small_chinese_number(text, at, length); value > 0) {
    const std::size_t after = at + length;
    if (has(text, after, "是")) return Marker{MarkerKind::is_ordinal, value, length + 3};
    if (has(text, after, "、")) {
      if (continues_counting(text, after + 3)) return std::nullopt;
      return Marker{MarkerKind::chinese, value, length + 3};
    }
    if (has(text, after, ".")) return Marker{MarkerKind::chinese, value, length + 1};
    return std::nullopt;
  }
  if (auto enclosed = enclosed_marker(text, at)) return enclosed;
  return word_marker(text, at);
}

std::optional<Marker> marker_of_label(std::string_view label) {
  if (label.empty()) return std::nullopt;
  if (auto marker = marker_at(label)) {
    return marker->length == label.size() || marker->kind == MarkerKind::part || marker->kind == MarkerKind::section
               ? marker
               : std::nullopt;
  }
  std::size_t length = 0;
  if (const int value = small_arabic_number(label, 0, length); value > 0 && length == label.size()) {
    return Marker{MarkerKind::arabic, value, length};
  }
  if (const int value = small_chinese_number(label, 0, length); value > 0 && length == label.size()) {
    return Marker{MarkerKind::chinese, value, length};
  }
  return std::nullopt;
}

bool starts_line(std::string_view text) {
  if (marker_at(text)) return true;
  static constexpr std::array<std::string_view, 6> kBreaks = {"，", "。", "；", "、", "“", "《"};
  const std::size_t colon = text.find("：");
  if (colon == std::string_view::npos || colon < 6) return false;
  for (const std::string_view mark : kBreaks) {
    if (text.find(mark) < colon) return false;
  }
  return true;
}

bool is_short_marked_line(std::string_view line) {
  if (line.size() > 4 * kHeadingLength) return false;
  const auto marker = marker_at(line);
  if (!marker || marker->kind >= MarkerKind::is_ordinal) return false;
  const std::string_view rest = line.substr(marker->length);
  for (const std::string_view mark : {"，", "。", "；", "：", "？", "！"}) {
    if (rest.find(mark) != std::string_view::npos) return false;
  }
  return !rest.empty() && utf8::count(rest) <= kHeadingLength;
}

std::string shown_marker(MarkerKind kind, int number) {
  const std::string arabic = std::to_string(number);
  const std::string chinese = chinese_numeral(number);
  switch (kind) {
    case MarkerKind::part: return "第" + chinese + "部分";
    case MarkerKind::section: return "第" + chinese + "节";
    case MarkerKind::chinese: return chinese + "、";
    case MarkerKind::chinese_paren: return "（" + chinese + "）";
    case MarkerKind::arabic: return arabic + ".";
    case MarkerKind::arabic_paren: return "（" + arabic + "）";
    case MarkerKind::half_paren: return arabic + "）";
    case MarkerKind::circled: {
      std::string out;
      utf8::append(out, U'①' + static_cast<char32_t>(number > 0 && number <= 20 ? number - 1 : 0));
      return number > 0 && number <= 20 ? out : arabic;
    }
    case MarkerKind::is_ordinal: return chinese + "是";
    case MarkerKind::di_ordinal: return "第" + chinese;
    case MarkerKind::last_ordinal: return "最后";
  }
  return arabic;
}

}  // namespace gouji::text
