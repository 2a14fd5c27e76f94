// SPDX-License-Identifier: Apache-2.0
#include "facts/number.hpp"

#include <array>
#include <string>
#include <utility>

#include "base/utf8.hpp"

namespace gouji::facts {
namespace {

using Text = std::string_view;

bool is_digit(Text text, std::size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; }
bool starts(Text text, std::size_t at, Text word) {
  return text.substr(at < text.size() ? at : text.size(), word.size()) == word;
}

int digit_value(char32_t code) {
  constexpr std::pair<char32_t, int> kDigits[] = {
      {U'〇', 0}, {U'零', 0}, {U'一', 1}, {U'二', 2}, {U'两', 2}, {U'三', 3}, {U'四', 4}, {U'五', 5},
      {U'六', 6}, {U'七', 7}, {U'八', 8}, {U'九', 9}, {U'壹', 1}, {U'贰', 2}, {U'貳', 2}, {U'叁', 3},
      {U'肆', 4}, {U'伍', 5}, {U'陆', 6}, {U'陸', 6}, {U'柒', 7}, {U'捌', 8}, {U'玖', 9}};
  for (const auto& [sign, value] : kDigits) {
    if (sign == code) return value;
  }
  return -1;
}

std::int64_t place_value(char32_t code) {
  switch (code) {
    case U'十':
    case U'拾': return 10;
    case U'百':
    case U'佰': return 100;
    case U'千':
    case U'仟': return 1000;
    case U'廿': return 20;
    case U'卅': return 30;
    default: return 0;
  }
}

std::int64_t big_value(char32_t code) {
  switch (code) {
    case U'万':
    case U'萬': return 10'000;
    case U'亿':
    case U'億': return 100'000'000;
    default: return 0;
  }
}

bool is_capital_sign(char32_t code) {
  constexpr std::u32string_view kCapitals = U"壹贰貳叁肆伍陆陸柒捌玖拾佰仟";
  return kCapitals.find(code) != std::u32string_view::npos;
}

/// Magnitude words behind Arabic digits: 万亿, 千万, 百万, 十万, 万, 亿, 千, 百.
int magnitude_at(Text text, std::size_t at, std::size_t& length) {
  constexpr std::pair<Text, int> kWords[] = {{"万亿", 12}, {"千亿", 11}, {"百亿", 10}, {"十亿", 9},
                                             {"千万", 7},  {"百万", 6},  {"十万", 5},  {"万", 4},
                                             {"亿", 8},    {"千", 3},    {"百", 2}};
  for (const auto& [word, exponent] : kWords) {
    if (starts(text, at, word)) {
      length = word.size();
      return exponent;
    }
  }
  return 0;
}

std::size_t more_word_at(Text text, std::size_t at) {
  for (const Text word : {Text("余"), Text("多"), Text("几")}) {
    if (starts(text, at, word)) return word.size();
  }
  return 0;
}

/// Digits with thousands groups and a fraction. Returns the end, or `at` when there is none.
std::size_t read_digits(Text text, std::size_t at, Decimal& out, bool& is_malformed) {
  std::size_t here = at;
  Int128 coefficient = 0;
  int count = 0;
  const auto take = [&] {
    while (is_digit(text, here) && count < 30) {
      coefficient = coefficient * 10 + (text[here] - '0');
      ++here;
      ++count;
    }
  };
  take();
  if (count == 0) return at;
  const bool may_group = count <= 3;
  while (here < text.size() && text[here] == ',' && is_digit(text, here + 1)) {
    std::size_t group = 0;
    while (is_digit(text, here + 1 + group)) ++group;
    if (group != 3 || !may_group) {
      is_malformed = true;
    }
    ++here;
    take();
  }
  out.places = 0;
  if (here < text.size() && text[here] == '.' && is_digit(text, here + 1)) {
    ++here;
    const std::size_t point = here;
    take();
    out.places = static_cast<int>(here - point);
  }
  if (is_digit(text, here) || (here < text.size() && text[here] == '.' && is_digit(text, here + 1)))
    is_malformed = true;
  while (is_digit(text, here) || (here < text.size() && text[here] == '.' && is_digit(text, here + 1))) ++here;
  out.coefficient = coefficient;
  return here;
}

void add_unit(Text text, const lexicon::Lexicon& lexicon, NumberMatch& match) {
  std::size_t here = match.digits.end;
  if (const lexicon::Unit* unit = lexicon.unit_at(text, here)) {
    match.unit = unit;
    match.scale = unit->scale;
    match.end = static_cast<std::uint32_t>(here + unit->word.size());
    return;
  }
  std::size_t length = 0;
  const int exponent = magnitude_at(text, here, length);
  std::string word;
  if (exponent != 0) {
    word.assign(text.substr(here, length));
    here += length;
  }
  // 1亿2000万元, 16万8千亩: a smaller magnitude follows.
  if (exponent >= 4 && is_digit(text, here)) {
    Decimal rest;
    bool is_malformed = false;
    const std::size_t after = read_digits(text, here, rest, is_malformed);
    std::size_t next_length = 0;
    const int next = magnitude_at(text, after, next_length);
    if (!is_malformed && rest.places == 0 && match.printed.places == 0 && next != 0 && next < exponent) {
      const Rational joined = match.printed.value() * Rational::power_of_ten(exponent - next) + rest.value();
      match.printed = {joined.numerator(), 0};
      match.digits.end = static_cast<std::uint32_t>(after);
      add_unit(text, lexicon, match);
      return;
    }
  }
  const std::size_t more = more_word_at(text, here);
  if (const lexicon::Unit* unit = lexicon.unit_at(text, here + more); unit != nullptr && (exponent != 0 || more != 0)) {
    match.has_more = more != 0;
    match.end = static_cast<std::uint32_t>(here + more + unit->word.size());
    match.scale = Rational::power_of_ten(exponent) * unit->scale;
    const lexicon::Unit* joined = lexicon.unit(word + unit->word);
    match.unit = joined != nullptr ? joined : unit;
    return;
  }
  if (exponent >= 4) {
    match.has_magnitude = true;
    match.scale = Rational::power_of_ten(exponent);
    match.end = static_cast<std::uint32_t>(here);
  }
}

/// Reads numerals greedily from `at`; the value and the end, or nullopt.
std::optional<std::pair<std::int64_t, std::size_t>> read_numerals(Text text, std::size_t at, bool stop_at_magnitude) {
  constexpr std::int64_t kLargest = 1'000'000'000'000'000;
  std::int64_t total = 0;
  std::int64_t section = 0;
  std::int64_t digit = -1;
  std::int64_t last_place = 0;
  bool any = false;
  int digits_in_row = 0;
  bool positional = false;  // 二〇二三
  std::size_t here = at;
  while (here < text.size()) {
    const char32_t code = utf8::decode(text, here);
    const std::size_t size = utf8::length(text[here]);
    if (const int value = digit_value(code); value >= 0) {
      if (digit >= 0 && value != 0 && digit != 0) positional = true;
      if (++digits_in_row > 1 && digit >= 0 && (positional || last_place == 0)) {
        digit = digit * 10 + value;
        positional = true;
      } else {
        digit = value;
      }
      any = true;
    } else if (const std::int64_t place = place_value(code); place != 0) {
      if (positional) return std::nullopt;
      if (place == 20 || place == 30) {
        section += place;
      } else {
        section += (digit < 0 ? 1 : digit) * place;
      }
      last_place = place;
      digit = -1;
      digits_in_row = 0;
      any = true;
    } else if (const std::int64_t big = big_value(code); big != 0 && any) {
      if (stop_at_magnitude) break;
      if (positional) return std::nullopt;
      section += digit < 0 ? 0 : digit;
      if (section == 0) break;
      if (total > kLargest / big) return std::nullopt;  // 千亿亿: no amount
      total = big == 100'000'000 ? (total + section) * big : total + section * big;
      section = 0;
      digit = -1;
      last_place = big;
      digits_in_row = 0;
    } else {
      break;
    }
    here += size;
    if (total > kLargest || section > 1'000'000'000 || digit > 1'000'000'000) return std::nullopt;
  }
  if (!any) return std::nullopt;
  if (digit > 0 && !positional && last_place >= 100 && digits_in_row == 1 && here >= 3) {
    // 一万二 = 12000, 三百五 = 350, but 三百零五 = 305: 零 makes digits_in_row 2.
    section += digit * (last_place / 10);
  } else if (digit >= 0) {
    section += digit;
  }
  return std::pair{total + section, here};
}

/// 元 behind capital numerals may be followed by 角 and 分.
void add_jiao_fen(Text text, NumberMatch& match) {
  std::size_t here = match.end;
  std::int64_t cents = 0;
  bool any = false;
  for (const auto& [word, scale] : {std::pair<Text, std::int64_t>{"角", 10}, {"分", 1}}) {
    std::size_t digit_at = here;
    while (starts(text, digit_at, "零")) digit_at += Text("零").size();
    if (digit_at >= text.size()) break;
    const int value = digit_value(utf8::decode(text, digit_at));
    const std::size_t after = digit_at + utf8::length(text[digit_at]);
    if (value < 0 || !starts(text, after, word)) continue;
    cents += value * scale;
    here = after + word.size();
    any = true;
  }
  if (any && match.scale == Rational(1)) {
    match.printed = {match.printed.coefficient * 100 + cents, 2};
    match.end = static_cast<std::uint32_t>(here);
  }
  for (const Text word : {Text("整"), Text("正")}) {
    if (starts(text, match.end, word)) match.end += static_cast<std::uint32_t>(word.size());
  }
}

std::optional<NumberMatch> match_percent_words(Text text, std::uint32_t at) {
  constexpr std::pair<Text, int> kHeads[] = {{"百分之", 0}, {"千分之", -1}};
  for (const auto& [head, exponent] : kHeads) {
    if (!starts(text, at, head)) continue;
    const auto numerals = read_numerals(text, at + head.size(), true);
    if (!numerals) return std::nullopt;
    NumberMatch match;
    match.printed = {numerals->first, 0};
    std::size_t end = numerals->second;
    if (starts(text, end, "点")) {
      std::size_t here = end + Text("点").size();
      Decimal decimal = match.printed;
      while (here < text.size()) {
        const int value = digit_value(utf8::decode(text, here));
        if (value < 0) break;
        decimal = {decimal.coefficient * 10 + value, decimal.places + 1};
        here += utf8::length(text[here]);
      }
      if (decimal.places > 0) {
        match.printed = decimal;
        end = here;
      }
    }
    match.digits = {at, static_cast<std::uint32_t>(end)};
    match.end = static_cast<std::uint32_t>(end);
    match.scale = Rational::power_of_ten(exponent);
    match.is_chinese = true;
    return match;
  }
  return std::nullopt;
}

}  // namespace

std::optional<NumberMatch> match_arabic(Text text, std::uint32_t at, const lexicon::Lexicon& lexicon) {
  NumberMatch match;
  const std::size_t end = read_digits(text, at, match.printed, match.is_malformed);
  if (end == at) return std::nullopt;
  match.digits = {at, static_cast<std::uint32_t>(end)};
  match.end = match.digits.end;
  if (match.is_malformed) return match;
  add_unit(text, lexicon, match);
  return match;
}

std::optional<NumberMatch> match_chinese(Text text, std::uint32_t at, const lexicon::Lexicon& lexicon) {
  if (auto percent = match_percent_words(text, at)) {
    percent->unit = lexicon.unit("%");
    return percent;
  }
  auto numerals = read_numerals(text, at, false);
  if (!numerals) return std::nullopt;
  NumberMatch match;
  match.is_chinese = true;
  match.is_capital = is_capital_sign(utf8::decode(text, at));
  const lexicon::Unit* unit = lexicon.unit_at(text, numerals->second);
  if (unit == nullptr) {
    // 三千万元: the numerals swallowed the 万 that belongs to the unit only when no unit follows otherwise.
    numerals = read_numerals(text, at, true);
    if (!numerals) return std::nullopt;
    unit = lexicon.unit_at(text, numerals->second);
    std::size_t more = more_word_at(text, numerals->second);
    if (unit == nullptr && more != 0) {
      unit = lexicon.unit_at(text, numerals->second + more);
      match.has_more = unit != nullptr;
      if (unit != nullptr) numerals->second += more;
    }
    if (unit == nullptr) return std::nullopt;
  }
  match.printed = {numerals->first, 0};
  match.digits = {at, static_cast<std::uint32_t>(numerals->second)};
  match.unit = unit;
  match.scale = unit->scale;
  match.end = static_cast<std::uint32_t>(numerals->second + unit->word.size());
  if (unit->kind == lexicon::UnitKind::money && unit->scale == Rational(1)) add_jiao_fen(text, match);
  return match;
}

std::optional<std::int64_t> chinese_value(Text numerals) {
  if (numerals.empty()) return std::nullopt;
  const auto read = read_numerals(numerals, 0, false);
  if (!read || read->second != numerals.size()) return std::nullopt;
  return read->first;
}

}  // namespace gouji::facts
