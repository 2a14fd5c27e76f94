// Encodings of XML parts: UTF-8 with and without a mark, UTF-16 of either order; anything else has a code of its own.
// Entities: the five of XML, never others.
// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <string_view>

#include "base/utf8.hpp"
#include "docx/read_docx.hpp"
#include "support/catch.hpp"
#include "support/docx_builder.hpp"

using gouji::test::DocxBuilder;

namespace {

std::string main_xml(const std::string& encoding, const std::string& text = "收入𠮷") {
  return "<?xml version=\"1.0\" encoding=\"" + encoding +
         "\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>" +
         text + "</w:t></w:r></w:p></w:body></w:document>";
}

std::string utf16(std::string_view text, bool is_big) {
  std::string out;
  const auto put = [&](char32_t unit) {
    const char low = static_cast<char>(unit & 0xFF);
    const char high = static_cast<char>(unit >> 8 & 0xFF);
    out += is_big ? high : low;
    out += is_big ? low : high;
  };
  for (std::size_t at = 0; at < text.size(); at += gouji::utf8::length(text[at])) {
    const char32_t code = gouji::utf8::decode(text, at);
    if (code < 0x10000) {
      put(code);
    } else {
      put(0xD800 + ((code - 0x10000) >> 10));
      put(0xDC00 + ((code - 0x10000) & 0x3FF));
    }
  }
  return out;
}

std::string read(const std::string& xml) {
  const auto document = gouji::docx::read_docx(DocxBuilder().main_xml(xml).bytes());
  if (document) return document.value().text;
  CHECK_FALSE(document.error().hint.zh.empty());
  CHECK_FALSE(document.error().hint.en.empty());
  return document.error().code;
}

}  // namespace

TEST_CASE("xml: encodings that are read") {
  const std::string wide = main_xml("UTF-16");
  CHECK(read(main_xml("UTF-8")) == "收入𠮷");
  CHECK(read("\xEF\xBB\xBF" + main_xml("utf-8")) == "收入𠮷");
  CHECK(read("\xFF\xFE" + utf16(wide, false)) == "收入𠮷");
  CHECK(read("\xFE\xFF" + utf16(wide, true)) == "收入𠮷");
  CHECK(read(utf16(wide, false)) == "收入𠮷");
  CHECK(read(utf16(wide, true)) == "收入𠮷");
  CHECK(read(main_xml("GB2312", "income")) == "income");  // nothing in it depends on the encoding
}

TEST_CASE("xml: encodings that are refused") {
  CHECK(read(main_xml("GB2312", "\xCA\xD5\xC8\xEB")) == "xml-encoding");
  CHECK(read(main_xml("ISO-8859-1", "\xE9")) == "xml-encoding");
  CHECK(read(std::string("\xFF\xFE\0\0<\0\0\0", 8)) == "xml-encoding");
  for (std::size_t size = 1; size < 4; ++size) CHECK(read(std::string("\xFF\xFE<").substr(0, size)) == "broken-xml");
  CHECK(read(std::string("\0\0\xFE\xFF\0\0\0<", 8)) == "xml-encoding");
}

TEST_CASE("xml: half a character at the end, half a pair") {
  CHECK(gouji::utf8::from_utf16(std::string_view("a\0b", 3), false) == "a");
  CHECK(gouji::utf8::from_utf16(std::string_view("\xD8\x00\x00\x61", 4), true) ==
        "\xEF\xBF\xBD"
        "a");
  CHECK(gouji::utf8::from_utf16(std::string_view("\xDC\x00", 2), true) == "\xEF\xBF\xBD");
}

TEST_CASE("xml: no DOCTYPE in any encoding, no entities but the five of XML") {
  const std::string doctype = "<!DOCTYPE w:document [<!ENTITY a \"收入\">]>";
  const std::string xml = main_xml("UTF-8", "&a;");
  const std::size_t behind = xml.find("?>") + 2;
  const std::string with = xml.substr(0, behind) + doctype + xml.substr(behind);
  CHECK(read(with) == "xml-doctype");
  CHECK(read("\xFF\xFE" + utf16(with, false)) == "xml-doctype");
  CHECK(read(xml) == "&a;");
  CHECK(read(main_xml("UTF-8", "&lt;&#x6536;&#20837;&amp;a;")) == "<收入&a;");
}
