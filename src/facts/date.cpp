// SPDX-License-Identifier: Apache-2.0
#include "facts/date.hpp"

#include "base/utf8.hpp"
#include "facts/calendar.hpp"
#include "facts/date_cursor.hpp"
#include "facts/date_separated.hpp"

namespace gouji::facts {
namespace {

using Text = std::string_view;

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }
bool is_letter(char byte) { return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z'); }

class DateFinder {
 public:
  DateFinder(Text text, std::vector<DateMatch>& out) : text_(text), out_(out) {}

  void run() {
    for (std::size_t at = 0; at < text_.size();) {
      const char byte = text_[at];
      if (is_digit(byte) || is_letter(byte)) {
        at = take_word(at);
      } else if (const std::size_t end = take_chinese(at); end > at) {
        at = end;
      } else {
        at += utf8::length(byte);
      }
    }
  }

 private:
  /// A run of ASCII letters and digits: one of the Arabic forms, or nothing.
  std::size_t take_word(std::size_t at) {
    std::size_t end = at;
    bool has_letter = false;
    int value = 0;
    for (; end < text_.size() && (is_digit(text_[end]) || is_letter(text_[end])); ++end) {
      if (is_letter(text_[end])) has_letter = true;
      if (end - at < 8 && is_digit(text_[end])) value = value * 10 + (text_[end] - '0');
    }
    const std::size_t size = end - at;
    std::size_t stop = 0;
    if (has_letter) {
      stop = size == 4 ? take_lettered_year(at, end) : 0;
    } else if (size == 4 && is_plausible_year(value)) {
      stop = take_year(at, end, value);
    } else if (size == 3 || size == 5) {
      stop = take_broken_year(at, end);
    } else if (size <= 2) {
      stop = take_without_year(at);
    } else if (size == 8) {
      stop = take_compact(at, end, value);
    }
    return stop > end ? stop : end;
  }

  std::size_t take_year(std::size_t at, std::size_t end, int year) {
    if (stands(text_, end, "年")) return take_tail(at, end + Text("年").size(), year);
    if (const std::size_t mark = range_mark(text_, end); mark != 0) {
      int last = 0;
      if (read_year(text_, end + mark, last) && stands(text_, end + mark + 4, "年")) {
        std::size_t stop = end + mark + 4 + Text("年").size();
        // 2021—2023年8月: the month belongs to the second year alone, and the first has no word to stand on
        if (stands(text_, stop, "度")) stop += Text("度").size();
        return add(at, stop, {year, 0, 0, true}, {last, 0, 0, true});
      }
    }
    return take_separated(at, end, year);
  }

  std::size_t take_separated(std::size_t at, std::size_t end, int year) {
    DateValue date{year, 0, 0, true};
    const Text previous = out_.empty() || out_.back().span.end > at
                              ? Text()
                              : text_.substr(out_.back().span.begin, at - out_.back().span.begin);
    const std::size_t printed = previous.empty() ? 0 : out_.back().span.end - out_.back().span.begin;
    const std::size_t stop = read_separated(text_, at, end, {previous, printed}, date);
    return stop == 0 ? 0 : add(at, stop, date, {});
  }

  std::size_t take_compact(std::size_t at, std::size_t end, int value) {
    DateValue date;
    return read_compact(text_, at, value, date) ? add(at, end, date, {}) : 0;
  }

  std::size_t take_lettered_year(std::size_t at, std::size_t end) {
    int value = 0;
    for (std::size_t i = at; i < end; ++i) {
      const char byte = text_[i];
      const int digit = is_digit(byte)               ? byte - '0'
                        : byte == 'O' || byte == 'o' ? 0
                        : byte == 'l' || byte == 'I' ? 1
                                                     : -1;
      if (digit < 0) return 0;
      value = value * 10 + digit;
    }
    if (!is_digit(text_[at]) || !is_plausible_year(value) || !stands(text_, end, "年")) return 0;
    const std::size_t stop = take_tail(at, end + Text("年").size(), value);
    out_.back().is_invalid_form = true;
    return stop;
  }

  /// 202年度, 202年8月, 20223年: a year with a digit lost or doubled. 200年历史 is a duration.
  std::size_t take_broken_year(std::size_t at, std::size_t end) {
    if (!stands(text_, at, "20") && !stands(text_, at, "19")) return 0;
    if (!stands(text_, end, "年") ||
        stands_any(text_, end, {"年限", "年薪", "年费", "年租", "年金", "年息", "年均", "年产"}))
      return 0;
    const std::size_t behind = end + Text("年").size();
    if (end - at == 3) {
      std::size_t month_end = behind;
      int month = 0;
      const bool has_month = read_small(text_, month_end, month) && stands(text_, month_end, "月");
      if (!has_month &&
          !stands_any(text_, behind, {"度", "部门", "预算", "决算", "一般公共", "财政", "全年", "我", "年初", "年末"}))
        return 0;
    }
    const std::size_t stop = take_tail(at, behind, 0);
    out_.back().is_invalid_form = true;
    out_.back().start.is_valid = false;
    return stop;
  }

  /// What may follow 年: 度, a month, months, a day, days, a quarter, a half-year.
  std::size_t take_tail(std::size_t at, std::size_t behind, int year) {
    DateValue date{year, 0, 0, true};
    std::size_t stop = behind;
    if (const std::size_t month = take_month(at, behind, year); month != 0) return month;
    if (stands(text_, stop, "度")) stop += Text("度").size();
    struct Part {
      Text word;
      int first;
      int last;
    };
    static constexpr Part kParts[] = {{"上半年", 1, 6},   {"下半年", 7, 12},  {"前三季度", 1, 9},   {"第一季度", 1, 3},
                                      {"第二季度", 4, 6}, {"第三季度", 7, 9}, {"第四季度", 10, 12}, {"一季度", 1, 3},
                                      {"二季度", 4, 6},   {"三季度", 7, 9},   {"四季度", 10, 12},   {"第1季度", 1, 3},
                                      {"第2季度", 4, 6},  {"第3季度", 7, 9},  {"第4季度", 10, 12}};
    for (const Part& part : kParts) {
      if (stands(text_, stop, part.word))
        return add(at, stop + part.word.size(), {year, part.first, 0, true}, {year, part.last, 0, true});
    }
    return add(at, stop, date, {});
  }

  /// A month and what follows it, read at `from`; 0 when none stands there.
  std::size_t take_month(std::size_t at, std::size_t from, int year) {
    DateValue start{year, 0, 0, true};
    DateValue end;
    std::size_t stop = from;
    if (!read_small(text_, stop, start.month)) return 0;
    if (const std::size_t mark = range_mark(text_, stop); mark != 0 && !stands(text_, stop, "月")) {
      std::size_t second = stop + mark;
      if (!read_small(text_, second, end.month) || !stands(text_, second, "月")) return 0;
      end.year = year;
      stop = second + Text("月").size();
      if (stands(text_, stop, "份")) stop += Text("份").size();
      return is_month_word(stop) ? 0 : add(at, stop, start, end);
    }
    if (!stands(text_, stop, "月")) return 0;
    stop += Text("月").size();
    if (is_month_word(stop)) return 0;
    return take_day(at, stop, start);
  }

  /// 月度, 月龄, 月租…: the number before counts months or is none of a calendar.
  [[nodiscard]] bool is_month_word(std::size_t at) const {
    return stands_any(text_, at, {"度", "龄", "嫂", "租", "薪", "均", "息", "供", "费", "票", "票价"});
  }

  std::size_t take_day(std::size_t at, std::size_t from, DateValue start) {
    std::size_t stop = from;
    DateValue end;
    if (read_small(text_, stop, start.day)) {
      const std::size_t mark = range_mark(text_, stop);
      if (stands_any(text_, stop, {"日", "号"}) &&
          !stands_any(text_, stop, {"号文", "号令", "号楼", "号院", "号路", "号线"})) {
        stop += Text("日").size();
        std::size_t second = stop + range_mark(text_, stop);
        if (second > stop && read_small(text_, second, end.day) && stands(text_, second, "日")) {
          end.year = start.year;
          end.month = start.month;
          stop = second + Text("日").size();
        } else {
          end = {};
        }
        return add(at, stop, start, end);
      }
      std::size_t second = stop + mark;
      if (mark != 0 && read_small(text_, second, end.day) && stands(text_, second, "日")) {
        end.year = start.year;
        end.month = start.month;
        return add(at, second + Text("日").size(), start, end);
      }
      start.day = 0;
      end = {};
    }
    stop = from;
    for (const Text word : {"上旬", "中旬", "下旬", "份", "底", "初", "末"}) {
      if (stands(text_, stop, word)) {
        stop += word.size();
        break;
      }
    }
    return add(at, stop, start, {});
  }

  /// 8月24日, 8月, 1—6月, and 23年8月24日. A month above 12 alone is none.
  std::size_t take_without_year(std::size_t at) {
    if (at > 1 && (text_[at - 1] == '.' || text_[at - 1] == ',') && is_digit(text_[at - 2])) return 0;
    // 10年8月 is a duration when 10年 is no year
    constexpr std::size_t kYearWord = Text("年").size();
    if (at > kYearWord && stands(text_, at - kYearWord, "年") && is_digit(text_[at - kYearWord - 1])) return 0;
    std::size_t stop = at;
    int number = 0;
    if (!read_small(text_, stop, number)) return 0;
    if (stands(text_, stop, "年") && number >= 10 && number <= 40) {
      const std::size_t size = out_.size();
      const std::size_t end = take_month(at, stop + Text("年").size(), 2000 + number);
      if (out_.size() > size && out_.back().start.day != 0 && out_.back().start.is_valid) return end;
      out_.resize(size);
      return 0;
    }
    const std::size_t size = out_.size();
    const std::size_t end = take_month(at, at, 0);
    if (out_.size() > size && (out_.back().start.month > 12 || out_.back().end.month > 12) &&
        out_.back().start.day == 0) {
      out_.resize(size);
      return 0;
    }
    return end;
  }

  std::size_t take_chinese(std::size_t at) {
    static constexpr std::u32string_view kStarts = U"一二三四五六七八九十元〇零";
    if (static_cast<unsigned char>(text_[at]) < 0xE3) return 0;
    if (kStarts.find(utf8::decode(text_, at)) == std::u32string_view::npos) return 0;
    std::size_t stop = at;
    int year = 0;
    if (read_chinese_year(text_, stop, year)) {
      if (stands(text_, stop, "年")) return take_tail(at, stop + Text("年").size(), year);
      if (at + 12 == stop && (stands(text_, at + 3, "〇") || stands(text_, at + 3, "零")))
        return add(at, stop, {year, 0, 0, true}, {});
      return stop;
    }
    int number = 0;
    stop = at;
    if (!read_small(text_, stop, number)) return stands(text_, at, "元") ? 0 : skip_numerals(at);
    if (!stands(text_, stop, "月")) return stop;
    const std::size_t size = out_.size();
    const std::size_t end = take_month(at, at, 0);
    // 三月 alone may be a name; a day or 份/底/旬 makes it a date
    if (out_.size() > size && out_.back().start.day == 0 && end == stop + Text("月").size()) {
      out_.resize(size);
      return stop;
    }
    return end == 0 ? stop : end;
  }

  [[nodiscard]] std::size_t skip_numerals(std::size_t at) const {
    static constexpr std::u32string_view kNumerals = U"一二三四五六七八九十百千〇零";
    while (at < text_.size() && kNumerals.find(utf8::decode(text_, at)) != std::u32string_view::npos)
      at += utf8::length(text_[at]);
    return at;
  }

  std::size_t add(std::size_t begin, std::size_t end, DateValue start, DateValue last) {
    start.is_valid = exists(start);
    last.is_valid = (last.year == 0 && last.month == 0) || exists(last);
    out_.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, start, last, false});
    return end;
  }

  Text text_;
  std::vector<DateMatch>& out_;
};

}  // namespace

void find_dates(std::string_view folded, std::vector<DateMatch>& out) { DateFinder(folded, out).run(); }

}  // namespace gouji::facts
