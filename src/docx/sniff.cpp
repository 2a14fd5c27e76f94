// Magic numbers and the stream names of OLE compound files (UTF-16LE in their directory).
// SPDX-License-Identifier: Apache-2.0
#include "docx/sniff.hpp"

#include <string>

#include "docx/errors.hpp"

namespace gouji::docx {

bool has_ole_stream(std::string_view bytes, std::string_view name) {
  std::string wide;
  for (const char c : name) {
    wide += c;
    wide += '\0';
  }
  return bytes.find(wide) != std::string_view::npos;
}

namespace {

constexpr std::string_view kOleMagic{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8};

bool starts_with(std::string_view bytes, std::string_view magic) { return bytes.substr(0, magic.size()) == magic; }

/// The key stands in a stream of its own: DRMEncryptedTransform (.docx), DRMContent (.doc).
bool is_rights_managed(std::string_view bytes) {
  return has_ole_stream(bytes, "DRMEncrypted") || has_ole_stream(bytes, "DRMContent");
}

/// [MS-DOC] 2.5.2: the stream WordDocument starts with 0xA5EC, bit 8 of its flags says that it is encrypted. Streams
/// start at multiples of a sector.
bool is_encrypted_doc(std::string_view bytes) {
  constexpr std::size_t kSector = 512;
  constexpr std::size_t kFlags = 11;
  if (!has_ole_stream(bytes, "WordDocument")) return false;
  for (std::size_t at = kSector; at + kFlags < bytes.size(); at += kSector) {
    if (bytes.substr(at, 2) == "\xEC\xA5") return (static_cast<unsigned char>(bytes[at + kFlags]) & 1u) != 0;
  }
  return false;
}

Error sniff_ole(std::string_view bytes) {
  if (is_rights_managed(bytes)) return make_error(Fault::rights_managed);
  if (has_ole_stream(bytes, "EncryptedPackage") || is_encrypted_doc(bytes)) return make_error(Fault::encrypted);
  if (has_ole_stream(bytes, "WordDocument")) return make_error(Fault::legacy_doc);
  if (has_ole_stream(bytes, "Workbook"))
    return make_error(Fault::legacy_wps, {}, {"实为 Excel 表格", "an Excel workbook"});
  if (has_ole_stream(bytes, "PowerPoint Document")) {
    return make_error(Fault::legacy_wps, {}, {"实为演示文稿", "a PowerPoint presentation"});
  }
  return make_error(Fault::legacy_wps);
}

}  // namespace

bool is_locked_ole(std::string_view bytes) {
  return starts_with(bytes, kOleMagic) &&
         (is_rights_managed(bytes) || has_ole_stream(bytes, "EncryptedPackage") || is_encrypted_doc(bytes));
}

std::optional<Error> sniff(std::string_view bytes) {
  if (bytes.empty()) return make_error(Fault::empty_file);
  if (starts_with(bytes, kOleMagic)) return sniff_ole(bytes);
  if (starts_with(bytes, "PK")) return std::nullopt;
  if (starts_with(bytes, "%PDF")) return make_error(Fault::not_zip, {}, {"实为 PDF", "a PDF"});
  if (starts_with(bytes, "{\\rtf")) return make_error(Fault::not_zip, {}, {"实为 RTF 文档", "an RTF document"});
  if (starts_with(bytes, "Rar!")) return make_error(Fault::not_zip, {}, {"实为 RAR 压缩包", "a RAR archive"});
  const std::string_view head = bytes.substr(0, 64);
  if (head.find("<?xml") != std::string_view::npos || head.find("<html") != std::string_view::npos ||
      head.find("<HTML") != std::string_view::npos) {
    return make_error(Fault::not_zip, {}, {"实为网页或 XML 文本", "HTML or XML text"});
  }
  return std::nullopt;
}

}  // namespace gouji::docx
