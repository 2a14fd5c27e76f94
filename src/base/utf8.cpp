// SPDX-License-Identifier: Apache-2.0
#include "base/utf8.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

// ICU's macros convert between char and int on purpose.
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wold-style-cast"

namespace gouji::utf8 {

char32_t decode(std::string_view text, std::size_t at) {
  std::int32_t index = 0;
  const auto left = static_cast<std::int32_t>(text.size() - at < 4 ? text.size() - at : 4);
  UChar32 result = 0;
  const char* bytes = text.data() + at;
  U8_NEXT_OR_FFFD(bytes, index, left, result);
  return static_cast<char32_t>(result);
}

std::size_t previous(std::string_view text, std::size_t at) {
  do {
    --at;
  } while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
  return at;
}

std::uint32_t count(std::string_view text) {
  std::uint32_t total = 0;
  for (const char byte : text) total += (static_cast<unsigned char>(byte) & 0xC0) != 0x80 ? 1 : 0;
  return total;
}

void append(std::string& out, char32_t code_point) {
  char buffer[4];
  std::int32_t size = 0;
  bool failed = false;
  U8_APPEND(buffer, size, 4, static_cast<UChar32>(code_point), failed);
  if (failed) {
    out += "\xEF\xBF\xBD";
  } else {
    out.append(buffer, static_cast<std::size_t>(size));
  }
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size(); at += length(text[at])) {
    const auto code = static_cast<UChar32>(decode(text, at));
    const auto type = u_charType(code);
    if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) continue;
    const int east_asian = u_getIntPropertyValue(code, UCHAR_EAST_ASIAN_WIDTH);
    width += east_asian == U_EA_WIDE || east_asian == U_EA_FULLWIDTH ? 2 : 1;
  }
  return width;
}

bool is_han(char32_t code) {
  return (code >= 0x4E00 && code <= 0x9FFF) || code == 0x3007 || (code >= 0x3400 && code <= 0x4DBF) ||
         (code >= 0x20000 && code <= 0x3FFFF) || (code >= 0xF900 && code <= 0xFAFF);
}

std::string from_utf16(std::string_view bytes, bool is_big_endian) {
  const auto unit = [&](std::size_t at) {
    const auto low = static_cast<unsigned char>(bytes[at + (is_big_endian ? 1 : 0)]);
    const auto high = static_cast<unsigned char>(bytes[at + (is_big_endian ? 0 : 1)]);
    return static_cast<char32_t>(high << 8 | low);
  };
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    char32_t code = unit(at);
    if (code >= 0xD800 && code <= 0xDFFF) {
      const char32_t second = code < 0xDC00 && at + 3 < bytes.size() ? unit(at + 2) : 0;
      const bool is_pair = second >= 0xDC00 && second <= 0xDFFF;
      code = is_pair ? 0x10000 + ((code - 0xD800) << 10) + (second - 0xDC00) : 0xFFFD;
      if (is_pair) at += 2;
    }
    append(out, code);
  }
  return out;
}

std::string sanitize(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size());
  const auto size = static_cast<std::int32_t>(bytes.size());
  for (std::int32_t index = 0; index < size;) {
    const std::int32_t begin = index;
    UChar32 code = 0;
    U8_NEXT(bytes.data(), index, size, code);
    if (code < 0) {
      out += "\xEF\xBF\xBD";
    } else {
      out.append(bytes.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(index - begin)));
    }
  }
  return out;
}

}  // namespace gouji::utf8
