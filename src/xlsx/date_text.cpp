// SPDX-License-Identifier: Apache-2.0
#include "xlsx/date_text.hpp"

#include <array>
#include <chrono>
#include <cstdint>

namespace gouji::xlsx {
namespace {

constexpr std::int64_t kSecondsOfDay = 86400;
constexpr std::int64_t kLastSerial = 2958465;  // 9999-12-31

struct Moment {
  int year = 0;
  int month = 0;
  int day = 0;
  int weekday = 0;
  std::int64_t days = 0;
  int hour = 0;
  int minute = 0;
  int second = 0;
};

std::optional<Moment> moment_of(const DecimalDigits& serial, bool counts_from_1904) {
  if (serial.is_negative || serial.point > 7) return std::nullopt;
  std::int64_t days = std::stoll(serial.whole());
  // twelve digits of the fraction are far below a second
  const std::int64_t fraction = std::stoll(serial.fraction(12));
  std::int64_t seconds = (fraction * kSecondsOfDay / 1'000'000 + 500'000) / 1'000'000;
  if (seconds == kSecondsOfDay) {
    ++days;
    seconds = 0;
  }
  if (days > kLastSerial) return std::nullopt;
  Moment at;
  at.days = days;
  at.hour = static_cast<int>(seconds / 3600);
  at.minute = static_cast<int>(seconds / 60 % 60);
  at.second = static_cast<int>(seconds % 60);
  // Excel counts a 29th of February 1900 that never was
  const std::int64_t shift = counts_from_1904 ? 1462 : days < 60 ? 1 : 0;
  const std::chrono::sys_days epoch = std::chrono::year{1899} / 12 / 30;
  const std::chrono::sys_days day = epoch + std::chrono::days(days + shift);
  const std::chrono::year_month_day date{day};
  at.year = static_cast<int>(date.year());
  at.month = static_cast<int>(static_cast<unsigned>(date.month()));
  at.day = static_cast<int>(static_cast<unsigned>(date.day()));
  at.weekday = static_cast<int>(std::chrono::weekday{day}.c_encoding());
  return at;
}

std::string padded(std::int64_t value, std::size_t width) {
  std::string out = std::to_string(value);
  if (out.size() < width) out.insert(0, width - out.size(), '0');
  return out;
}

/// m is a minute behind an hour or before seconds.
bool is_minute(const std::vector<FormatToken>& tokens, std::size_t at) {
  for (std::size_t before = at; before-- > 0;) {
    if (tokens[before].kind != TokenKind::date) continue;
    if (tokens[before].text[0] == 'h' || tokens[before].text == "[h]") return true;
    break;
  }
  for (std::size_t behind = at + 1; behind < tokens.size(); ++behind) {
    if (tokens[behind].kind == TokenKind::date) return tokens[behind].text[0] == 's';
  }
  return false;
}

bool has_halves(const FormatSection& section) {
  for (const FormatToken& token : section.tokens) {
    if (token.kind == TokenKind::date && token.text.find('/') != std::string::npos) return true;
  }
  return false;
}

std::string day_words(const Moment& at, std::size_t length) {
  constexpr std::array<const char*, 7> kDays{"日", "一", "二", "三", "四", "五", "六"};
  if (length <= 2) return padded(at.day, length);
  return (length == 3 ? "周" : "星期") + std::string(kDays[static_cast<std::size_t>(at.weekday)]);
}

}  // namespace

std::optional<std::string> date_text(const DecimalDigits& serial, const FormatSection& section, bool counts_from_1904) {
  const std::optional<Moment> at = moment_of(serial, counts_from_1904);
  if (!at) return std::nullopt;
  const bool halves = has_halves(section);
  std::string out;
  for (std::size_t i = 0; i < section.tokens.size(); ++i) {
    const FormatToken& token = section.tokens[i];
    if (token.kind != TokenKind::date) {
      if (token.kind != TokenKind::digit) out += token.text;
      continue;
    }
    const std::size_t length = token.text.size();
    switch (token.text[0]) {
      case 'y': out += length <= 2 ? padded(at->year % 100, 2) : padded(at->year, 4); break;
      case 'm':
        out += is_minute(section.tokens, i) ? padded(at->minute, length) : padded(at->month, length > 2 ? 1 : length);
        break;
      case 'd': out += day_words(*at, length); break;
      case 'h': out += padded(halves ? (at->hour + 11) % 12 + 1 : at->hour, length); break;
      case 's': out += padded(at->second, length); break;
      case '[': {
        const std::int64_t hours = at->days * 24 + at->hour;
        const std::int64_t minutes = hours * 60 + at->minute;
        out += std::to_string(token.text[1] == 'h'   ? hours
                              : token.text[1] == 'm' ? minutes
                                                     : minutes * 60 + at->second);
        break;
      }
      default: {
        const std::size_t slash = token.text.find('/');
        out += at->hour < 12 ? token.text.substr(0, slash) : token.text.substr(slash + 1);
      }
    }
  }
  return out;
}

}  // namespace gouji::xlsx
