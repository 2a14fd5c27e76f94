// SPDX-License-Identifier: Apache-2.0
#include "annotate/part_text.hpp"

#include <string_view>

#include "base/utf8.hpp"
#include "docx/errors.hpp"

namespace gouji::annotate {
namespace {

std::string to_utf16(std::string_view text, bool is_big_endian) {
  std::string out;
  const auto put = [&](char32_t unit) {
    const auto high = static_cast<char>(unit >> 8 & 0xFF);
    const auto low = static_cast<char>(unit & 0xFF);
    out += is_big_endian ? high : low;
    out += is_big_endian ? low : high;
  };
  for (std::size_t at = 0; at < text.size(); at += utf8::length(text[at])) {
    const char32_t code = utf8::decode(text, at);
    if (code >= 0x10000) {
      put(0xD800 + ((code - 0x10000) >> 10));
      put(0xDC00 + ((code - 0x10000) & 0x3FF));
    } else {
      put(code);
    }
  }
  return out;
}

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr std::string_view kLittleMark = "\xFF\xFE";
constexpr std::string_view kBigMark = "\xFE\xFF";

}  // namespace

Result<PartText> decode_part(const std::string& name, const std::string& bytes) {
  PartText part;
  std::string_view rest = bytes;
  const bool looks_big = rest.size() > 1 && rest[0] == '\0';
  const bool looks_little = rest.size() > 1 && rest[1] == '\0';
  if (rest.starts_with(kLittleMark) || rest.starts_with(kBigMark)) {
    part.encoding = rest.starts_with(kBigMark) ? PartText::Encoding::utf16_big : PartText::Encoding::utf16_little;
    part.has_mark = true;
    rest.remove_prefix(2);
  } else if (looks_big || looks_little) {
    part.encoding = looks_big ? PartText::Encoding::utf16_big : PartText::Encoding::utf16_little;
  } else if (rest.starts_with(kUtf8Mark)) {
    part.has_mark = true;
    rest.remove_prefix(kUtf8Mark.size());
  }
  const bool is_utf8 = part.encoding == PartText::Encoding::utf8;
  part.text = is_utf8 ? std::string(rest) : utf8::from_utf16(rest, part.encoding == PartText::Encoding::utf16_big);
  if (!is_utf8 && encode_part(part) != bytes) return docx::make_error(docx::Fault::odd_encoding, name);
  return part;
}

std::string encode_part(const PartText& part) {
  switch (part.encoding) {
    case PartText::Encoding::utf8: return (part.has_mark ? std::string(kUtf8Mark) : std::string()) + part.text;
    case PartText::Encoding::utf16_little:
      return (part.has_mark ? std::string(kLittleMark) : std::string()) + to_utf16(part.text, false);
    case PartText::Encoding::utf16_big:
      return (part.has_mark ? std::string(kBigMark) : std::string()) + to_utf16(part.text, true);
  }
  return part.text;
}

}  // namespace gouji::annotate
