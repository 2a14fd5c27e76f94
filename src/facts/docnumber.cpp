// SPDX-License-Identifier: Apache-2.0
#include "facts/docnumber.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/utf8.hpp"

namespace gouji::facts {
namespace {

using Text = std::string_view;

constexpr std::size_t kIssuerCharacters = 12;
constexpr std::size_t kYearDigits = 4;
constexpr int kOldestYear = 1949;
constexpr int kNewestYear = 2099;

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }
bool is_upper(char byte) { return byte >= 'A' && byte <= 'Z'; }

bool stands(Text text, std::size_t at, Text word) {
  return at <= text.size() && text.compare(at, word.size(), word) == 0;
}

std::size_t length_of_any(Text text, std::size_t at, std::initializer_list<Text> words) {
  for (const Text word : words) {
    if (stands(text, at, word)) return word.size();
  }
  return 0;
}

class DocnumberFinder {
 public:
  DocnumberFinder(Text text, std::vector<DocnumberMatch>& out) : text_(text), out_(out) {}

  void run() {
    for (std::size_t at = 0; at < text_.size();) {
      const char byte = text_[at];
      std::size_t end = 0;
      if (byte == '[' || static_cast<unsigned char>(byte) >= 0xE3) {
        end = take_bracketed(at);
        if (end == 0) end = take_numbered(at);
      } else if (is_upper(byte) && (at == 0 || !is_upper(text_[at - 1]))) {
        end = take_standard(at);
      }
      at = end > at ? end : at + utf8::length(byte);
    }
    std::sort(out_.begin() + static_cast<std::ptrdiff_t>(first_), out_.end(),
              [](const DocnumberMatch& a, const DocnumberMatch& b) { return a.span.begin < b.span.begin; });
  }

 private:
  /// 字〔year〕number号, with any brackets; round ones only with the issuer in front and 号 behind.
  std::size_t take_bracketed(std::size_t at) {
    const bool is_round = stands(text_, at, "（");
    const std::size_t open =
        is_round ? Text("（").size() : length_of_any(text_, at, {"〔", "﹝", "[", "【", "〖", "［"});
    if (open == 0) return 0;
    std::size_t stop = at + open;
    int year = 0;
    if (!read_number(stop, kYearDigits, year) || year < kOldestYear || year > kNewestYear) return 0;
    stop += length_of_any(text_, stop, {"年"});
    const std::size_t close = length_of_any(text_, stop, {"〕", "﹞", "]", "】", "〗", "］", "）"});
    // 〔2022118号: the closing bracket got lost on the way
    if (close == 0 && (is_round || stop >= text_.size() || !is_digit(text_[stop]))) return 0;
    stop += close;
    DocnumberMatch match;
    match.year = year;
    const std::size_t bracket_end = stop;
    stop += length_of_any(text_, stop, {"第"});
    match.has_number = read_number(stop, 6, match.number);
    if (match.has_number && stop + 1 < text_.size() && text_[stop] == '-' && is_digit(text_[stop + 1])) {
      int branch = 0;
      ++stop;
      (void)read_number(stop, 3, branch);
    }
    const std::size_t sign = length_of_any(text_, stop, {"号"});
    if (match.has_number && sign == 0 && is_round) return 0;
    if (!match.has_number) stop = bracket_end;
    if (match.has_number) stop += sign;
    const std::size_t begin = issuer_begin(at);
    if (begin == at && (is_round || !match.has_number)) return 0;
    if (is_round && !match.has_number) return 0;
    match.issuer = std::string(text_.substr(begin, at - begin));
    match.canonical = match.has_number ? fmt::format("{}〔{}〕{}号", match.issuer, year, match.number)
                                       : fmt::format("{}〔{}〕", match.issuer, year);
    return add(std::move(match), begin, stop);
  }

  /// 令第738号, 公告2021年第5号, 2021年第5号公告.
  std::size_t take_numbered(std::size_t at) {
    const std::size_t word = length_of_any(text_, at, {"公告", "通告", "公报", "令"});
    if (word == 0) return 0;
    std::size_t stop = at + word;
    stop += length_of_any(text_, stop, {"（", "〔"});
    DocnumberMatch match;
    std::size_t behind_year = stop;
    if (read_number(behind_year, kYearDigits, match.year) && stands(text_, behind_year, "年") &&
        match.year >= kOldestYear && match.year <= kNewestYear) {
      stop = behind_year + Text("年").size();
    } else {
      match.year = 0;
    }
    if (!stands(text_, stop, "第")) return 0;
    stop += Text("第").size();
    if (!read_number(stop, 5, match.number) || !stands(text_, stop, "号")) return 0;
    stop += Text("号").size();
    match.has_number = true;
    const std::size_t begin = issuer_begin(at);
    match.issuer = std::string(text_.substr(begin, at + word - begin));
    match.canonical = match.year == 0 ? fmt::format("{}第{}号", match.issuer, match.number)
                                      : fmt::format("{}{}年第{}号", match.issuer, match.year, match.number);
    return add(std::move(match), begin, stop);
  }

  /// GB/T 9704-2012.
  std::size_t take_standard(std::size_t at) {
    std::size_t stop = at;
    while (stop < text_.size() && is_upper(text_[stop])) ++stop;
    const Text letters = text_.substr(at, stop - at);
    if (letters.size() < 2 || letters.size() > 4) return 0;
    if (letters == "DB") {
      while (stop < text_.size() && is_digit(text_[stop])) ++stop;
    }
    const std::size_t recommended = length_of_any(text_, stop, {"/T", "/Z"});
    if (recommended == 0 && letters != "GB" && letters != "DB" && letters != "JGJ" && letters != "CJJ" &&
        letters != "JTG" && letters != "ISO")
      return 0;
    stop += recommended;
    const std::size_t prefix_end = stop;
    if (stop < text_.size() && text_[stop] == ' ') ++stop;
    DocnumberMatch match;
    const std::size_t number_begin = stop;
    if (!read_number(stop, 6, match.number)) return 0;
    while (stop + 1 < text_.size() && text_[stop] == '.' && is_digit(text_[stop + 1])) {
      ++stop;
      while (stop < text_.size() && is_digit(text_[stop])) ++stop;
    }
    const std::size_t number_end = stop;
    const std::size_t dash = length_of_any(text_, stop, {"-", "—", "–"});
    if (dash == 0) return 0;
    stop += dash;
    if (!read_number(stop, kYearDigits, match.year) || match.year < kOldestYear || match.year > kNewestYear) return 0;
    match.has_number = true;
    match.issuer = std::string(text_.substr(at, prefix_end - at));
    match.canonical =
        fmt::format("{} {}-{}", match.issuer, text_.substr(number_begin, number_end - number_begin), match.year);
    return add(std::move(match), at, stop);
  }

  /// Digits up to `most`, moving `at` behind them; false when there are none. For 4 exactly four must stand there.
  bool read_number(std::size_t& at, std::size_t most, int& value) const {
    std::size_t end = at;
    value = 0;
    for (; end < text_.size() && is_digit(text_[end]) && end - at < most; ++end)
      value = value * 10 + (text_[end] - '0');
    if (end == at || (most == kYearDigits && end - at != kYearDigits)) return false;
    at = end;
    return true;
  }

  /// Leftwards over Chinese characters, not into the sentence.
  [[nodiscard]] std::size_t issuer_begin(std::size_t at) const {
    const std::size_t floor = out_.size() > first_ ? out_.back().span.end : 0;
    std::size_t begin = at;
    for (std::size_t count = 0; count < kIssuerCharacters && begin > floor; ++count) {
      const std::size_t previous = utf8::previous(text_, begin);
      if (!utf8::is_han(utf8::decode(text_, previous))) break;
      begin = previous;
    }
    static constexpr Text kStops[] = {"根据", "按照", "依据", "依照", "遵照", "参照", "印发", "通知", "下发",
                                      "文件", "批复", "方案", "办法", "规定", "意见", "关于", "执行", "落实",
                                      "精神", "要求", "文号", "编号", "名称", "的",   "和",   "与",   "及",
                                      "按",   "据",   "照",   "以",   "见",   "为",   "是",   "即"};
    const Text run = text_.substr(begin, at - begin);
    std::size_t cut = 0;
    for (const Text word : kStops) {
      const std::size_t found = run.rfind(word);
      if (found != Text::npos) cut = std::max(cut, found + word.size());
    }
    return begin + cut;
  }

  std::size_t add(DocnumberMatch match, std::size_t begin, std::size_t end) {
    match.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    out_.push_back(std::move(match));
    return end;
  }

  Text text_;
  std::vector<DocnumberMatch>& out_;
  std::size_t first_ = out_.size();
};

}  // namespace

void find_docnumbers(std::string_view folded, std::vector<DocnumberMatch>& out) { DocnumberFinder(folded, out).run(); }

}  // namespace gouji::facts
