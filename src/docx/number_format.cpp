// Number formats of ISO/IEC 29500-1, 17.18.59, as far as Chinese documents use them.
// SPDX-License-Identifier: Apache-2.0
#include "docx/number_format.hpp"

#include <array>

#include "base/utf8.hpp"

namespace gouji::docx {
namespace {

using Digits = std::array<std::string_view, 10>;
using Units = std::array<std::string_view, 4>;

constexpr Digits kPlain{"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
constexpr Digits kCounting{"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
constexpr Digits kLegalSimplified{"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"};
constexpr Digits kLegalTraditional{"零", "壹", "貳", "參", "肆", "伍", "陸", "柒", "捌", "玖"};
constexpr Units kUnits{"", "十", "百", "千"};
constexpr Units kLegalUnits{"", "拾", "佰", "仟"};
constexpr std::array<std::string_view, 10> kStems{"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"};
constexpr Digits kCircleZero{"○", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
constexpr Digits kKoreanDigits{"영", "일", "이", "삼", "사", "오", "육", "칠", "팔", "구"};
constexpr Units kKoreanUnits{"", "십", "백", "천"};
constexpr std::array<std::string_view, 12> kBranches{"子", "丑", "寅", "卯", "辰", "巳",
                                                     "午", "未", "申", "酉", "戌", "亥"};

std::string one_character(char32_t code) {
  std::string out;
  utf8::append(out, code);
  return out;
}

std::string digit_by_digit(const Digits& digits, int value) {
  std::string out;
  for (const char c : std::to_string(value)) out += digits[static_cast<std::size_t>(c - '0')];
  return out;
}

/// 105 -> 一百零五; 12 -> 十二 or, with lead_one, 壹拾贰. Above 9999 digit by digit: no list is that long.
std::string counting(const Digits& digits, const Units& units, bool lead_one, bool zeros, int value) {
  if (value <= 0 || value > 9999) return digit_by_digit(digits, value < 0 ? 0 : value);
  const std::string decimal = std::to_string(value);
  std::string out;
  bool gap = false;
  for (std::size_t i = 0; i < decimal.size(); ++i) {
    const auto digit = static_cast<std::size_t>(decimal[i] - '0');
    const std::size_t power = decimal.size() - 1 - i;
    if (digit == 0) {
      gap = true;
      continue;
    }
    if (gap && zeros) out += digits[0];
    gap = false;
    const bool silent_one = digit == 1 && power == 1 && out.empty() && !lead_one;
    if (!silent_one) out += digits[digit];
    out += units[power];
  }
  return out;
}

std::string roman(int value, bool upper) {
  if (value <= 0 || value > 32767) return std::to_string(value);
  static constexpr std::array<int, 13> kValues{1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
  static constexpr std::array<std::string_view, 13> kWords{"m",  "cm", "d",  "cd", "c",  "xc", "l",
                                                           "xl", "x",  "ix", "v",  "iv", "i"};
  std::string out;
  for (std::size_t i = 0; i < kValues.size(); ++i) {
    for (; value >= kValues[i]; value -= kValues[i]) out += kWords[i];
  }
  if (upper) {
    for (char& c : out) c = static_cast<char>(c - 'a' + 'A');
  }
  return out;
}

/// a … z, aa, bb … as Word does.
std::string letter(int value, char first) {
  if (value <= 0 || value > 780) return std::to_string(value);
  return std::string(static_cast<std::size_t>((value - 1) / 26 + 1), static_cast<char>(first + (value - 1) % 26));
}

std::string circled(int value) {
  if (value >= 1 && value <= 20) return one_character(0x2460 + static_cast<char32_t>(value - 1));
  if (value >= 21 && value <= 35) return one_character(0x3251 + static_cast<char32_t>(value - 21));
  if (value >= 36 && value <= 50) return one_character(0x32B1 + static_cast<char32_t>(value - 36));
  return std::to_string(value);
}

std::string from_row(char32_t first, int count, int value) {
  if (value < 1 || value > count) return std::to_string(value);
  return one_character(first + static_cast<char32_t>(value - 1));
}

std::string full_width(int value) {
  std::string out;
  for (const char c : std::to_string(value)) {
    utf8::append(out, c == '-' ? U'－' : U'０' + static_cast<char32_t>(c - '0'));
  }
  return out;
}

std::string hexadecimal(int value) {
  std::string out;
  do {
    out.insert(0, 1, "0123456789ABCDEF"[value % 16]);
    value /= 16;
  } while (value > 0);
  return out;
}

std::string ordinal(int value) {
  const int tens = value % 100;
  const int ones = value % 10;
  const char* suffix = tens >= 11 && tens <= 13 ? "th" : ones == 1 ? "st" : ones == 2 ? "nd" : ones == 3 ? "rd" : "th";
  return std::to_string(value) + suffix;
}

template <std::size_t N>
std::string cycle(const std::array<std::string_view, N>& words, int value) {
  if (value < 1 || value > static_cast<int>(N)) return std::to_string(value);
  return std::string(words[static_cast<std::size_t>(value - 1)]);
}

/// The n-th character of an alphabet; Word starts again behind the last one.
std::string from_alphabet(std::u32string_view letters, int value) {
  if (value < 1) return std::to_string(value);
  return one_character(letters[static_cast<std::size_t>(value - 1) % letters.size()]);
}

std::string japanese_or_korean(std::string_view format, int value) {
  if (format == "japaneseCounting") return counting(kCounting, kUnits, false, false, value);
  if (format == "aiueo") return from_alphabet(U"ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ", value);
  if (format == "aiueoFullWidth") {
    return from_alphabet(
        U"アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン", value);
  }
  if (format == "iroha") return from_alphabet(U"ｲﾛﾊﾆﾎﾍﾄﾁﾘﾇﾙｦﾜｶﾖﾀﾚｿﾂﾈﾅﾗﾑｳヰﾉｵｸﾔﾏｹﾌｺｴﾃｱｻｷﾕﾒﾐｼヱﾋﾓｾｽﾝ", value);
  if (format == "irohaFullWidth") {
    return from_alphabet(
        U"イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセスン", value);
  }
  if (format == "ganada") return from_alphabet(U"가나다라마바사아자차카타파하", value);
  if (format == "chosung") return from_alphabet(U"ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ", value);
  if (format == "koreanDigital" || format == "koreanDigital2") {
    return digit_by_digit(format == "koreanDigital" ? kKoreanDigits : kPlain, value);
  }
  if (format == "koreanCounting") return counting(kKoreanDigits, kKoreanUnits, false, false, value);
  return std::to_string(value);
}

std::string east_asian(std::string_view format, int value) {
  if ((format == "chineseCounting" || format == "taiwaneseCounting") && value >= 100) {
    return digit_by_digit(kCircleZero, value);  // only the «thousand» formats have 百
  }
  if (format == "chineseCounting" || format == "chineseCountingThousand" || format == "taiwaneseCounting" ||
      format == "taiwaneseCountingThousand") {
    return counting(kCounting, kUnits, false, true, value);
  }
  if (format == "ideographDigital" || format == "taiwaneseDigital" || format == "japaneseDigitalTenThousand") {
    return digit_by_digit(kPlain, value);
  }
  if (format == "chineseLegalSimplified") return counting(kLegalSimplified, kLegalUnits, true, true, value);
  if (format == "ideographLegalTraditional" || format == "japaneseLegal") {
    return counting(kLegalTraditional, kLegalUnits, true, true, value);
  }
  if (format == "ideographTraditional") return cycle(kStems, value);
  if (format == "ideographZodiac") return cycle(kBranches, value);
  if (format == "ideographZodiacTraditional" && value >= 1 && value <= 60) {
    const auto index = static_cast<std::size_t>(value - 1);
    return std::string(kStems[index % 10]) + std::string(kBranches[index % 12]);
  }
  if (format == "ideographEnclosedCircle") return from_row(0x3220 + 0x60, 10, value);
  return japanese_or_korean(format, value);
}

}  // namespace

std::string format_number(std::string_view format, int value) {
  if (value < 0) value = 0;
  if (format == "none") return {};
  if (format == "decimalZero") return value < 10 ? "0" + std::to_string(value) : std::to_string(value);
  if (format == "upperRoman") return roman(value, true);
  if (format == "lowerRoman") return roman(value, false);
  if (format == "upperLetter") return letter(value, 'A');
  if (format == "lowerLetter") return letter(value, 'a');
  if (format == "hex") return hexadecimal(value);
  if (format == "ordinal") return ordinal(value);
  if (format == "numberInDash") return "- " + std::to_string(value) + " -";
  if (format == "decimalFullWidth" || format == "decimalFullWidth2") return full_width(value);
  if (format == "decimalEnclosedCircle" || format == "decimalEnclosedCircleChinese") return circled(value);
  if (format == "decimalEnclosedParen") return from_row(0x2474, 20, value);
  if (format == "decimalEnclosedFullstop") return from_row(0x2488, 20, value);
  return east_asian(format, value);
}

}  // namespace gouji::docx
