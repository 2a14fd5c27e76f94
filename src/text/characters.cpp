// Single-character folding: widths by hand, compatibility ideographs through ICU.
// SPDX-License-Identifier: Apache-2.0
#include "text/characters.hpp"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include <iterator>

namespace gouji::text {

namespace {

// NFKC of the whole text would turn ㎡, ① and ⑴ into other things; only radicals and compatibility ideographs may.
bool is_compatibility_ideograph(char32_t code) {
  return (code >= 0x2E80 && code <= 0x2FDF) || (code >= 0xF900 && code <= 0xFAFF) ||
         (code >= 0x2F800 && code <= 0x2FA1F);
}

char32_t ordinary_ideograph(char32_t code) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2* nfkc = unorm2_getNFKCInstance(&status);
  if (U_FAILURE(status)) return code;
  UChar buffer[4];
  const std::int32_t size =
      unorm2_getDecomposition(nfkc, static_cast<UChar32>(code), buffer, std::size(buffer), &status);
  if (U_FAILURE(status) || size <= 0) return code;
  if (size == 1) return buffer[0];
  if (size == 2 && U16_IS_LEAD(buffer[0]) && U16_IS_TRAIL(buffer[1])) {
    return 0x10000 + ((char32_t{buffer[0]} - 0xD800) << 10) + (char32_t{buffer[1]} - 0xDC00);
  }
  return code;
}

bool is_invisible(char32_t code) {
  return (code >= 0x200B && code <= 0x200F) || (code >= 0x202A && code <= 0x202E) ||
         (code >= 0x2060 && code <= 0x206F) || code == 0xFEFF || code == 0x00AD || (code >= 0xFE00 && code <= 0xFE0F) ||
         (code >= 0xE0100 && code <= 0xE01EF) || (code >= 0x7F && code <= 0x9F && code != 0x85);
}

char32_t fold_ascii(char32_t code) {
  if (code == U'\t' || code == U'\n') return code;
  if (code == U'\r' || code == U'\v' || code == U'\f') return U'\n';
  if (code < 0x20) return kDropped;
  if (code == U'(') return U'（';
  if (code == U')') return U'）';
  return code;
}

char32_t fold_wide_form(char32_t code) {
  switch (code) {
    case U'（':
    case U'）':
    case U'，':
    case U'：':
    case U'；':
    case U'？':
    case U'！':
    case U'［':
    case U'］':
    case U'～': return code;
    default: return code - 0xFEE0;
  }
}

char32_t fold_small_form(char32_t code) {
  switch (code) {
    case 0xFE50: return U'，';
    case 0xFE51: return U'、';
    case 0xFE52: return U'.';
    case 0xFE54: return U'；';
    case 0xFE55: return U'：';
    case 0xFE56: return U'？';
    case 0xFE57: return U'！';
    case 0xFE59: return U'（';
    case 0xFE5A: return U'）';
    case 0xFE5D: return U'〔';
    case 0xFE5E: return U'〕';
    case 0xFE62: return U'+';
    case 0xFE63: return U'-';
    case 0xFE6A: return U'%';
    default: return code;
  }
}

}  // namespace

char32_t fold_character(char32_t code) {
  if (code < 0x7F) return fold_ascii(code);
  if (code >= 0x4E00 && code <= 0x9FFF) return code;
  if (code >= 0xFF01 && code <= 0xFF5E) return fold_wide_form(code);
  if (code >= 0xFE50 && code <= 0xFE6B) return fold_small_form(code);
  if (is_compatibility_ideograph(code)) return ordinary_ideograph(code);
  if (is_invisible(code)) return kDropped;
  switch (code) {
    case 0x85:
    case 0x2028:
    case 0x2029: return U'\n';
    case 0xA0:
    case 0x3000:
    case 0x1680:
    case 0x202F:
    case 0x205F: return U' ';
    case 0x2010:
    case 0x2011:
    case 0x2212: return U'-';
    case 0xFF61: return U'。';
    case 0xFF64: return U'、';
    case 0xFFE5: return U'¥';
    default: break;
  }
  if (code >= 0x2000 && code <= 0x200A) return U' ';
  return code;
}

}  // namespace gouji::text
