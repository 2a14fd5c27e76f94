// What a file is: asked of its bytes first, of its name where the bytes do not tell.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace gouji::input {

enum class FileKind {
  docx,      // and everything else that the docx stage is to judge: archives, damaged and unknown bytes
  workbook,  // .xlsx, .xlsm
  word,      // .doc
  wps,       // WPS text, .wps
  rtf,
  odt,
  web_page,   // HTML, MHTML and Word's XML of 2003, as sites and old systems write them under the name .doc
  old_sheet,  // .xls, .et
  ods,
  pdf,
  plain,     // .txt
  markdown,  // .md
};

/// Lower case, with its dot; empty when the name has none.
[[nodiscard]] std::string extension_of(std::string_view path);

[[nodiscard]] FileKind kind_of(std::string_view path, std::string_view bytes);

/// What its name promises.
[[nodiscard]] std::optional<FileKind> kind_of_name(std::string_view path);

/// A lock file or a working copy that an office program keeps beside the document.
[[nodiscard]] bool is_temporary_name(std::string_view path);
/// Is a file of this name read when a folder is checked? Office documents, sheets and PDF are; text files and web
/// pages are not, nor are temporary files.
[[nodiscard]] bool is_document_name(std::string_view path);
/// Is a file of this name read by running another program?
[[nodiscard]] bool needs_program(std::string_view path);

/// What people call it: {"PDF", "a PDF file"}.
struct KindName {
  const char* zh;
  const char* en;
};
[[nodiscard]] KindName name_of(FileKind kind);

}  // namespace gouji::input
