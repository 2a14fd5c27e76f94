// SPDX-License-Identifier: Apache-2.0
#include "input/decode.hpp"

#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>

#include <algorithm>
#include <memory>
#include <vector>

#include "base/utf8.hpp"

namespace gouji::input {
namespace {

struct ConverterCloser {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, ConverterCloser>;

/// Stops at the first byte that the encoding does not allow.
std::optional<std::string> converted(std::string_view bytes, const char* encoding) {
  UErrorCode status = U_ZERO_ERROR;
  const Converter from(ucnv_open(encoding, &status));
  const Converter to(ucnv_open("UTF-8", &status));
  if (U_FAILURE(status)) return std::nullopt;
  ucnv_setToUCallBack(from.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  std::string out(bytes.size() * 3 + 16, '\0');
  std::vector<UChar> pivot(4096);
  UChar* pivot_source = pivot.data();
  UChar* pivot_target = pivot.data();
  char* target = out.data();
  const char* source = bytes.data();
  ucnv_convertEx(to.get(), from.get(), &target, out.data() + out.size(), &source, bytes.data() + bytes.size(),
                 pivot.data(), &pivot_source, &pivot_target, pivot.data() + pivot.size(), true, true, &status);
  if (U_FAILURE(status)) return std::nullopt;
  out.resize(static_cast<std::size_t>(target - out.data()));
  return out;
}

bool starts_with(std::string_view bytes, std::string_view mark) { return bytes.substr(0, mark.size()) == mark; }

/// UTF-16 without a mark: blanks, digits and line ends have a zero byte, always on the same side.
const char* unmarked_utf16(std::string_view bytes) {
  if (bytes.size() < 2 || bytes.size() % 2 != 0) return nullptr;
  std::size_t even = 0;
  std::size_t odd = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (bytes[i] == '\0') ++(i % 2 == 0 ? even : odd);
  }
  if (even + odd == 0 || std::min(even, odd) * 20 > std::max(even, odd)) return nullptr;
  return odd > even ? "UTF-16LE" : "UTF-16BE";
}

/// Control characters and what Unicode calls no character stand in pictures and programs.
bool is_text(std::string_view text) {
  return std::none_of(text.begin(), text.end(),
                      [](char c) {
                        const auto byte = static_cast<unsigned char>(c);
                        return byte < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v';
                      }) &&
         text.find("\uFFFF") == std::string_view::npos && text.find("\uFFFE") == std::string_view::npos;
}

std::string with_plain_line_ends(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\r') {
      out += text[i];
    } else if (i + 1 == text.size() || text[i + 1] != '\n') {
      out += '\n';
    }
  }
  return out;
}

}  // namespace

std::optional<std::string> decode_text(std::string_view bytes) {
  std::optional<std::string> text;
  if (starts_with(bytes, "\xEF\xBB\xBF")) {
    text = utf8::sanitize(bytes.substr(3));
  } else if (starts_with(bytes, "\xFF\xFE")) {
    text = converted(bytes.substr(2), "UTF-16LE");
  } else if (starts_with(bytes, "\xFE\xFF")) {
    text = converted(bytes.substr(2), "UTF-16BE");
  } else if (const char* encoding = unmarked_utf16(bytes); encoding != nullptr) {
    text = converted(bytes, encoding);
  } else if (utf8::sanitize(bytes) == bytes) {
    text = std::string(bytes);
  } else {
    text = converted(bytes, "gb18030");
  }
  if (!text) return std::nullopt;
  if (!text->empty() && text->back() == '\x1A') text->pop_back();  // the end mark of DOS
  if (!is_text(*text)) return std::nullopt;
  return with_plain_line_ends(*text);
}

}  // namespace gouji::input
