// Every kind of bad input gets its own code, a Chinese message and a hint.
// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
#include <fstream>
#include <string>

#include "docx/read_docx.hpp"
#include "input/file_kind.hpp"
#include "support/catch.hpp"
#include "support/docx_builder.hpp"

using gouji::Error;
using gouji::docx::read_docx;
using gouji::test::DocxBuilder;
using gouji::test::zip_bytes;

namespace {

std::string code_of(std::string bytes, const gouji::Limits& limits = {}) {
  const auto document = read_docx(std::move(bytes), limits);
  if (document) return "read";
  const Error& error = document.error();
  CHECK_FALSE(error.message.zh.empty());
  CHECK_FALSE(error.message.en.empty());
  CHECK_FALSE(error.hint.zh.empty());
  CHECK_FALSE(error.hint.en.empty());
  return error.code;
}

std::string ole(const std::string& stream) {
  std::string bytes("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
  bytes.resize(512, '\0');
  for (const char c : stream) bytes += std::string{c, '\0'};
  return bytes + std::string(400, '\0');
}

std::string repeat(const std::string& text, int count) {
  std::string out;
  for (int i = 0; i < count; ++i) out += text;
  return out;
}

}  // namespace

TEST_CASE("docx: bytes that are no zip") {
  CHECK(code_of("") == "empty-file");
  CHECK(code_of("hello") == "not-zip");
  CHECK(code_of("%PDF-1.7 …") == "not-zip");
  CHECK(code_of("{\\rtf1 }") == "not-zip");
  CHECK(code_of(ole("EncryptedPackage")) == "encrypted");
  CHECK(code_of(ole("WordDocument")) == "legacy-doc");
  CHECK(code_of(ole("DRMEncryptedTransform") + ole("EncryptedPackage")) == "rights-managed");
  CHECK(code_of(ole("WordDocument") + ole("DRMContent")) == "rights-managed");
  // the first sector of a binary document: its mark, then flags of which bit 8 says «encrypted»
  std::string doc = ole("WordDocument");
  doc.resize(1'024, '\0');
  doc += std::string("\xEC\xA5\xC1\x00\x00\x00\x00\x00\x00\x00\x00\x12", 12) + std::string(500, '\0');
  CHECK(code_of(doc) == "legacy-doc");
  doc[1'024 + 11] = '\x13';
  CHECK(code_of(doc) == "encrypted");
  CHECK(gouji::input::kind_of("报告.doc", doc) == gouji::input::FileKind::docx);  // not handed to LibreOffice
  CHECK(code_of(ole("Contents")) == "legacy-wps");
}

TEST_CASE("docx: damaged archives") {
  const std::string whole = DocxBuilder().body("<w:p/>").bytes();
  REQUIRE(code_of(whole) == "read");
  CHECK(code_of(whole.substr(0, whole.size() / 2)) == "truncated-zip");
  CHECK(code_of(whole.substr(0, 2)) == "truncated-zip");
  for (std::size_t size = 0; size < whole.size(); size += 7) CHECK(code_of(whole.substr(0, size)) != "read");
}

TEST_CASE("docx: any single damaged byte ends in a document or an error, never worse") {
  const std::string whole = DocxBuilder().body(gouji::test::paragraph_xml("收入 120 万元")).bytes();
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::string bytes = whole;
    bytes[at] = static_cast<char>(bytes[at] ^ 0x55);
    const auto result = read_docx(std::move(bytes));
    CHECK((result.has_value() || !result.error().code.empty()));
  }
}

TEST_CASE("docx: zip bombs") {
  CHECK(code_of(DocxBuilder().body("<w:p/>" + std::string(8u << 20, ' ')).bytes()) == "zip-bomb");
  gouji::Limits limits;
  limits.entries = 3;
  CHECK(code_of(DocxBuilder().body("<w:p/>").bytes(), limits) == "zip-bomb");
  limits = {};
  limits.total_bytes = 100;
  CHECK(code_of(DocxBuilder().body("<w:p/>").bytes(), limits) == "zip-bomb");
  limits = {};
  limits.xml_tags = 100;
  CHECK(code_of(DocxBuilder().body(repeat("<w:p/>", 200)).bytes(), limits) == "zip-bomb");
  CHECK(code_of(DocxBuilder().body("<w:p>" + repeat("x<!---->", 200) + "</w:p>").bytes(), limits) == "zip-bomb");
  limits = {};
  limits.xml_attributes = 100;
  CHECK(code_of(DocxBuilder().body("<w:p " + repeat("a='' ", 200) + "/>").bytes(), limits) == "zip-bomb");
  limits = {};
  limits.memory_bytes = 1'000;
  CHECK(code_of(DocxBuilder().body(repeat("<w:p/>", 200)).bytes(), limits) == "memory-limit");
}

TEST_CASE("docx: XML nested 100,000 deep") {
  gouji::Limits limits;
  limits.ratio = 1'000'000;  // or the archive is refused before its XML is seen
  const auto deep = [](const std::string& name) {
    return repeat("<" + name + ">", 100'000) + repeat("</" + name + ">", 100'000);
  };
  CHECK(code_of(DocxBuilder().body(deep("x")).bytes(), limits) == "xml-too-deep");
  CHECK(code_of(DocxBuilder().body("<w:p>" + deep("w:ins") + "</w:p>").bytes(), limits) == "xml-too-deep");
  limits.xml_depth = 1'000'000;  // the walk has its own bound
  CHECK(code_of(DocxBuilder().body(deep("w:sdt")).bytes(), limits) == "xml-too-deep");
  CHECK(code_of(DocxBuilder().body("<w:p>" + deep("w:ins") + "</w:p>").bytes(), limits) == "xml-too-deep");
  CHECK(code_of(DocxBuilder().body("<w:p><w:r><w:pict>" + deep("v:x") + "</w:pict></w:r></w:p>").bytes(), limits) ==
        "xml-too-deep");
}

TEST_CASE("docx: XML that is broken or refused") {
  CHECK(code_of(DocxBuilder().main_xml("<w:document><w:body>").bytes()) == "broken-xml");
  CHECK(code_of(DocxBuilder().main_xml("<!DOCTYPE x [<!ENTITY a \"b\">]><w:document/>").bytes()) == "xml-doctype");
  CHECK(code_of(DocxBuilder().main_xml("").body("<w:p></w:q>").bytes()) == "broken-xml");
  CHECK(code_of(DocxBuilder().main_xml("<html/>").bytes()) == "no-main-document");
  CHECK(code_of(DocxBuilder().main_xml("<w:document/>").bytes()) == "no-main-document");
}

TEST_CASE("docx: packages without a main document") {
  CHECK(code_of(zip_bytes({{"a.txt", "x"}})) == "no-main-document");
  auto entries = DocxBuilder().body("<w:p/>").entries();
  entries.erase(entries.begin() + 2);  // the main part itself
  CHECK(code_of(zip_bytes(entries)) == "missing-part");
  entries = DocxBuilder().body("<w:p/>").entries();
  const std::size_t at = entries[0].second.find("wordprocessingml");
  entries[0].second.replace(at, 16, "spreadsheetml");
  CHECK(code_of(zip_bytes(entries)) == "no-main-document");
  entries = DocxBuilder().body("<w:p/>").entries();
  entries.erase(entries.begin() + 1);  // relations lost: the content type still names the main part
  CHECK(code_of(zip_bytes(entries)) == "read");
}

TEST_CASE("docx: broken optional parts are notes") {
  DocxBuilder builder;
  builder.raw_part("styles", "rIdStyles", "styles", "<w:styles><")
      .raw_part("numbering", "rIdN", "numbering", "nothing");
  const auto document = read_docx(builder.body("<w:p><w:r><w:t>甲</w:t></w:r></w:p>").bytes());
  REQUIRE(document);
  CHECK(document.value().text == "甲");
  REQUIRE(document.value().notes.size() == 2);
  CHECK(document.value().notes[0].code == "unread-part");
}

TEST_CASE("docx: files") {
  using gouji::docx::read_file;
  CHECK(read_file("/tmp/~$report.docx").error().code == "lock-file");
  CHECK(read_file("/nonexistent/report.docx").error().code == "unreadable-file");
  CHECK(read_file("/tmp").error().code == "unreadable-file");
  const std::string path = "/tmp/gouji_bad_input_test.docx";
  std::ofstream(path).close();
  CHECK(read_file(path).error().code == "empty-file");
  std::ofstream(path) << "abc";
  CHECK(read_file(path).value() == "abc");
  std::remove(path.c_str());
}
