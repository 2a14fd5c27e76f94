// SPDX-License-Identifier: Apache-2.0
#include "report/escape.hpp"

#include <string_view>

#include "base/utf8.hpp"
#include "report/finding_words.hpp"

namespace gouji::report {
namespace {

/// XML 1.0 section 2.2.
bool is_xml_character(char32_t code) {
  return code == 0x9 || code == 0xA || code == 0xD || (code >= 0x20 && code <= 0xD7FF) ||
         (code >= 0xE000 && code <= 0xFFFD) || (code >= 0x10000 && code <= 0x10FFFF);
}

}  // namespace

std::string escape_xml(const std::string& text) {
  const std::string valid = utf8::sanitize(text);
  std::string out;
  out.reserve(valid.size());
  for (std::size_t at = 0; at < valid.size(); at += utf8::length(valid[at])) {
    const std::size_t length = utf8::length(valid[at]);
    switch (valid[at]) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      case '\r': out += "&#13;"; break;  // a bare one is read as a line feed
      default:
        if (is_xml_character(utf8::decode(valid, at))) {
          out.append(valid, at, length);
        } else {
          out += "\xEF\xBF\xBD";
        }
    }
  }
  return out;
}

std::string escape_markdown(const std::string& text) {
  std::string out;
  for (const char c : one_line(text)) {
    if (c == '<') {
      out += "&lt;";
    } else if (c == '&') {
      out += "&amp;";
    } else {
      if (std::string_view("\\`*_{}[]#|~!>").find(c) != std::string_view::npos) out += '\\';
      out += c;
    }
  }
  return out;
}

std::string path_as_uri(const std::string& path) {
  constexpr std::string_view kPlain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
  constexpr char kHex[] = "0123456789ABCDEF";
  std::string out = path.empty() || path.front() != '/' ? "" : "file://";
  std::string_view rest = path;
  while (rest.starts_with("./")) rest.remove_prefix(2);
  for (const char c : rest) {
    if (kPlain.find(c) != std::string_view::npos) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += kHex[byte >> 4u];
    out += kHex[byte & 15u];
  }
  return out;
}

}  // namespace gouji::report
