// What a file is: content first, name second; which names a folder's walk takes.
// SPDX-License-Identifier: Apache-2.0
#include "input/file_kind.hpp"

#include "support/catch.hpp"
#include "support/docx_builder.hpp"

using gouji::input::FileKind;
using gouji::input::is_document_name;
using gouji::input::kind_of;
using gouji::input::needs_program;
using gouji::test::zip_bytes;

namespace {

std::string ole(const std::string& stream) {
  std::string bytes("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
  bytes.resize(512, '\0');
  for (const char c : stream) bytes += std::string{c, '\0'};
  return bytes + std::string(400, '\0');
}

}  // namespace

TEST_CASE("input: the content decides, whatever the name") {
  CHECK(kind_of("a.doc", gouji::test::docx_from_plain("一、概况")) == FileKind::docx);
  CHECK(kind_of("a.docx", "%PDF-1.7\n") == FileKind::pdf);
  CHECK(kind_of("a.docx", "\r\n\r\n%PDF-1.4\n") == FileKind::pdf);
  CHECK(kind_of("a.doc", "{\\rtf1\\ansi}") == FileKind::rtf);
  CHECK(kind_of("a.docx", ole("WordDocument")) == FileKind::word);
  CHECK(kind_of("a.docx", ole("Workbook")) == FileKind::old_sheet);
  CHECK(kind_of("a.doc", "<html xmlns:w=\"urn\"><body>") == FileKind::web_page);
  CHECK(kind_of("a.doc", "MIME-Version: 1.0\nContent-Type: multipart/related;\n") == FileKind::web_page);
  CHECK(kind_of("a.doc", "<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?><w:wordDocument>") ==
        FileKind::web_page);
  CHECK(kind_of("a.docx", zip_bytes({{"[Content_Types].xml", "<Types/>"}, {"xl/workbook.xml", "<workbook/>"}})) ==
        FileKind::workbook);
}

TEST_CASE("input: the name decides where the content does not tell") {
  CHECK(kind_of("a.TXT", "2023年") == FileKind::plain);
  CHECK(kind_of("a.md", "# 概况") == FileKind::markdown);
  CHECK(kind_of("a.txt", "%PDF in the text") == FileKind::plain);
  CHECK(kind_of("a.wps", ole("Contents")) == FileKind::wps);
  CHECK(kind_of("a.et", ole("Contents")) == FileKind::old_sheet);
}

TEST_CASE("input: what the docx stage is to name") {
  CHECK(kind_of("a.docx", "") == FileKind::docx);
  CHECK(kind_of("a.docx", "hello") == FileKind::docx);
  CHECK(kind_of("a.docx", ole("EncryptedPackage")) == FileKind::docx);
  CHECK(kind_of("a.doc", ole("Contents")) == FileKind::docx);
  CHECK(kind_of("a.xml", "<?xml version=\"1.0\"?><pkg:package><w:document/>") == FileKind::docx);
}

TEST_CASE("input: names in a folder") {
  for (const char* name :
       {"a.docx", "x/a.DOCX", "a.docm", "a.doc", "a.wps", "a.rtf", "a.odt", "a.pdf", "a.xlsx", "a.et", "a.ods"})
    CHECK(is_document_name(name));
  for (const char* name :
       {"~$a.docx", "x/.~a.docx", ".~lock.a.docx#", "~WRL0001.doc", "a.txt", "a.md", "a.png", "a", ".docx", "a.html"})
    CHECK_FALSE(is_document_name(name));
  CHECK(needs_program("a.pdf"));
  CHECK(needs_program("a.doc"));
  CHECK_FALSE(needs_program("a.docx"));
  CHECK_FALSE(needs_program("a.txt"));
  CHECK_FALSE(needs_program("a.xlsx"));
}
