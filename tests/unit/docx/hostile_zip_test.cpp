// Archives that are odd but sound are read; those that mean two things, or lead out of the archive, are refused.
// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "docx/read_docx.hpp"
#include "docx/zip_layout.hpp"
#include "support/catch.hpp"
#include "support/docx_builder.hpp"
#include "support/raw_zip.hpp"

using gouji::docx::read_docx;
using gouji::test::DocxBuilder;
using gouji::test::RawZip;

namespace {

RawZip report() { return gouji::test::raw_zip(DocxBuilder().body(gouji::test::paragraph_xml("甲")).entries()); }

/// The text that is read, or the code of the error, which has a hint in both languages.
std::string read(const RawZip& zip) {
  const auto document = read_docx(zip.bytes());
  if (document) return document.value().text;
  CHECK_FALSE(document.error().hint.zh.empty());
  CHECK_FALSE(document.error().hint.en.empty());
  return document.error().code;
}

}  // namespace

TEST_CASE("zip: what is odd but sound is read") {
  RawZip zip = report();
  CHECK(read(zip) == "甲");
  for (auto& entry : zip.entries) entry.has_descriptor = true;
  CHECK(read(zip) == "甲");
  zip = report();
  for (auto& entry : zip.entries) entry.is_zip64 = true;
  CHECK(read(zip) == "甲");
  zip.is_zip64 = true;
  CHECK(read(zip) == "甲");
  zip = report();
  zip.is_zip64 = true;
  CHECK(read(zip) == "甲");
  zip = report();
  zip.comment = "财政局";
  CHECK(read(zip) == "甲");
  zip.comment.clear();
  zip.behind = std::string(300, '\0');  // old transfer programs fill up the last block
  CHECK(read(zip) == "甲");
  zip = report();
  for (auto& entry : zip.entries) {
    for (char& c : entry.name) {
      if (c == '/') c = '\\';
    }
  }
  CHECK(read(zip) == "甲");
  zip = report();
  zip.entries.push_back({"word/", ""});
  zip.entries.push_back({"word/", ""});  // a folder is no part
  CHECK(read(zip) == "甲");
}

TEST_CASE("zip: two entries of one name") {
  RawZip zip = report();
  zip.entries.push_back({"word/document.xml", "<other/>"});
  CHECK(read(zip) == "ambiguous-zip");
  zip.entries.back().name = "WORD/Document.xml";  // part names are compared without regard to case
  CHECK(read(zip) == "ambiguous-zip");
}

TEST_CASE("zip: entries behind the directory") {
  const std::string stray = gouji::test::local_record({"word/document.xml", "<other/>"});
  RawZip zip = report();
  zip.before_end = stray;
  CHECK(read(zip) == "ambiguous-zip");
  zip.is_zip64 = true;
  CHECK(read(zip) == "ambiguous-zip");
  zip = report();
  zip.behind = stray;
  CHECK(read(zip) == "ambiguous-zip");
  zip.behind.clear();
  zip.comment = stray;
  CHECK(read(zip) == "ambiguous-zip");
}

TEST_CASE("zip: a name in place that is not the directory's") {
  RawZip zip = report();
  zip.entries[2].local_name = "word/documents.xml";
  CHECK(read(zip) == "ambiguous-zip");
}

TEST_CASE("zip: names that lead out of the archive") {
  for (const char* name : {"../evil.xml", "word/../../evil.xml", "/etc/passwd", "\\evil.xml", "C:\\evil.xml",
                           "word\\..\\..\\evil.xml", "word/.."}) {
    INFO(name);
    CHECK(gouji::docx::is_unsafe_name(name));
    RawZip zip = report();
    zip.entries.push_back({name, "x"});
    CHECK(read(zip) == "unsafe-name");
  }
  for (const char* name : {"word/a..b.xml", "...", "customXml/item1.xml"})
    CHECK_FALSE(gouji::docx::is_unsafe_name(name));
}

TEST_CASE("zip: damaged and locked entries of the main part") {
  RawZip zip = report();
  zip.entries[2].has_wrong_crc = true;
  CHECK(read(zip) == "damaged-entry");
  zip = report();
  zip.entries[2].stated_size = 5;  // the directory lies about the size
  CHECK(read(zip) == "truncated-zip");
  zip = report();
  zip.entries[2].method = 97;
  CHECK(read(zip) == "odd-compression");
  zip = report();
  zip.entries[2].flags = 1;
  CHECK(read(zip) == "encrypted");
}

TEST_CASE("zip: a damaged part that is not needed is a note") {
  RawZip zip =
      gouji::test::raw_zip(DocxBuilder().styles("<w:style/>").body(gouji::test::paragraph_xml("甲")).entries());
  for (auto& entry : zip.entries) {
    if (entry.name.find("Styles") != std::string::npos) entry.has_wrong_crc = true;
  }
  const auto document = read_docx(zip.bytes());
  REQUIRE(document);
  REQUIRE(document.value().notes.size() == 1);
  CHECK(document.value().notes[0].code == "unread-part");
}
