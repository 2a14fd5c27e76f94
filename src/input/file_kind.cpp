// Magic numbers, stream names of OLE files, names of ZIP entries; the table of extensions.
// SPDX-License-Identifier: Apache-2.0
#include "input/file_kind.hpp"

#include <algorithm>
#include <array>

#include "docx/sniff.hpp"

namespace gouji::input {
namespace {

struct Extension {
  std::string_view name;
  FileKind kind;
};

constexpr std::array<Extension, 22> kExtensions{
    {{".docx", FileKind::docx},        {".docm", FileKind::docx},     {".dotx", FileKind::docx},
     {".dotm", FileKind::docx},        {".xlsx", FileKind::workbook}, {".xlsm", FileKind::workbook},
     {".doc", FileKind::word},         {".dot", FileKind::word},      {".wps", FileKind::wps},
     {".wpt", FileKind::wps},          {".rtf", FileKind::rtf},       {".odt", FileKind::odt},
     {".xls", FileKind::old_sheet},    {".et", FileKind::old_sheet},  {".ods", FileKind::ods},
     {".htm", FileKind::web_page},     {".html", FileKind::web_page}, {".mht", FileKind::web_page},
     {".pdf", FileKind::pdf},          {".txt", FileKind::plain},     {".md", FileKind::markdown},
     {".markdown", FileKind::markdown}}};

const Extension* find_extension(std::string_view extension) {
  const auto* found = std::find_if(kExtensions.begin(), kExtensions.end(),
                                   [&](const Extension& known) { return known.name == extension; });
  return found == kExtensions.end() ? nullptr : found;
}

bool starts_with(std::string_view bytes, std::string_view magic) { return bytes.substr(0, magic.size()) == magic; }

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return out;
}

FileKind kind_of_ole(std::string_view bytes, const Extension* extension) {
  // what is locked, and slides, are for the docx stage to name
  if (docx::is_locked_ole(bytes) || docx::has_ole_stream(bytes, "PowerPoint Document")) return FileKind::docx;
  if (docx::has_ole_stream(bytes, "WordDocument")) return FileKind::word;
  if (docx::has_ole_stream(bytes, "Workbook")) return FileKind::old_sheet;
  const bool is_wps =
      extension != nullptr && (extension->kind == FileKind::wps || extension->kind == FileKind::old_sheet);
  return is_wps ? extension->kind : FileKind::docx;
}

FileKind kind_of_zip(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 200);  // OpenDocument keeps its type in the first entry, unpacked
  if (head.find("mimetypeapplication/vnd.oasis.opendocument.text") != std::string_view::npos) return FileKind::odt;
  if (head.find("mimetypeapplication/vnd.oasis.opendocument.spreadsheet") != std::string_view::npos)
    return FileKind::ods;
  // entry names stand once more in the directory at the end
  const std::string_view tail = bytes.substr(bytes.size() - std::min<std::size_t>(bytes.size(), 1 << 20));
  const bool is_word = tail.find("word/") != std::string_view::npos;
  return !is_word && tail.find("xl/workbook.") != std::string_view::npos ? FileKind::workbook : FileKind::docx;
}

bool is_markup(std::string_view bytes) {
  const std::string head = lower(bytes.substr(0, 4096));
  if (head.find("pkg:package") != std::string::npos) return false;  // Flat OPC
  if (head.find("<w:worddocument") != std::string::npos || head.find("progid=\"word.document\"") != std::string::npos)
    return true;
  if (starts_with(head, "mime-version:") && head.find("multipart/related") != std::string::npos) return true;
  const std::string start = head.substr(0, 1024);
  return start.find("<html") != std::string::npos || start.find("<!doctype html") != std::string::npos;
}

}  // namespace

std::string extension_of(std::string_view path) {
  const std::size_t slash = path.find_last_of("/\\");
  const std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos || dot == 0 ? std::string() : lower(name.substr(dot));
}

std::optional<FileKind> kind_of_name(std::string_view path) {
  const Extension* extension = find_extension(extension_of(path));
  if (extension == nullptr) return std::nullopt;
  return extension->kind;
}

FileKind kind_of(std::string_view path, std::string_view bytes) {
  const Extension* extension = find_extension(extension_of(path));
  const bool is_text =
      extension != nullptr && (extension->kind == FileKind::plain || extension->kind == FileKind::markdown);
  if (bytes.empty()) return FileKind::docx;
  if (starts_with(bytes, std::string_view("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8))) return kind_of_ole(bytes, extension);
  if (starts_with(bytes, "PK\x03\x04") || starts_with(bytes, "PK\x05\x06")) return kind_of_zip(bytes);
  if (is_text) return extension->kind;
  // some writers put a few bytes before the mark, and readers take them
  if (bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos) return FileKind::pdf;
  if (starts_with(bytes, "{\\rtf")) return FileKind::rtf;
  if (is_markup(bytes)) return FileKind::web_page;
  return FileKind::docx;
}

bool is_temporary_name(std::string_view path) {
  const std::size_t slash = path.find_last_of("/\\");
  const std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
  // ~$ Word and Excel, .~ WPS and LibreOffice (.~lock.…#), ~WRL Word's own copies
  for (const std::string_view mark : {"~$", ".~", "~WRL", "~wrl"}) {
    if (starts_with(name, mark)) return true;
  }
  return false;
}

bool is_document_name(std::string_view path) {
  const std::optional<FileKind> kind = kind_of_name(path);
  if (!kind || is_temporary_name(path)) return false;
  switch (*kind) {
    case FileKind::plain:  // notes, and what a report of gouji's own is written to
    case FileKind::markdown:
    case FileKind::web_page: return false;
    default: return true;
  }
}

bool needs_program(std::string_view path) {
  const Extension* extension = find_extension(extension_of(path));
  if (extension == nullptr) return false;
  switch (extension->kind) {
    case FileKind::docx:
    case FileKind::workbook:
    case FileKind::plain:
    case FileKind::markdown: return false;
    default: return true;
  }
}

KindName name_of(FileKind kind) {
  switch (kind) {
    case FileKind::docx: return {".docx", "a .docx"};
    case FileKind::workbook: return {"Excel 工作簿（.xlsx）", "an Excel workbook (.xlsx)"};
    case FileKind::word: return {"旧版 Word 文档（.doc）", "a binary Word document (.doc)"};
    case FileKind::wps: return {"WPS 文字（.wps）", "a WPS document (.wps)"};
    case FileKind::rtf: return {"RTF 文档", "an RTF document"};
    case FileKind::odt: return {"OpenDocument 文字（.odt）", "an OpenDocument text (.odt)"};
    case FileKind::web_page: return {"网页或 Word 2003 XML", "a web page or Word 2003 XML"};
    case FileKind::old_sheet: return {"旧版表格（.xls、.et）", "a binary workbook (.xls, .et)"};
    case FileKind::ods: return {"OpenDocument 表格（.ods）", "an OpenDocument workbook (.ods)"};
    case FileKind::pdf: return {"PDF", "a PDF"};
    case FileKind::plain: return {"纯文本", "plain text"};
    case FileKind::markdown: return {"Markdown 文本", "Markdown text"};
  }
  return {"", ""};
}

}  // namespace gouji::input
