// SPDX-License-Identifier: Apache-2.0
#include "input/read_input.hpp"

#include <optional>
#include <utility>

#include "docx/errors.hpp"
#include "docx/read_docx.hpp"
#include "input/decode.hpp"
#include "input/faults.hpp"
#include "input/file_kind.hpp"
#include "input/office.hpp"
#include "input/pdf.hpp"
#include "input/text_file.hpp"
#include "xlsx/read_xlsx.hpp"

namespace gouji::input {
namespace {

Error unsupported(const std::string& path) {
  const std::string extension = extension_of(path);
  return make_error(Fault::unsupported, path, {extension, extension});
}

Result<docx::Document> read_word(const std::string& path, std::string bytes, Budget& budget) {
  Result<docx::Document> document = docx::read_docx(std::move(bytes), budget);
  if (document) return document;
  const bool is_plainly_other = document.error().code == docx::code_of(docx::Fault::not_zip);
  if (is_plainly_other && extension_of(path) != ".docx") return unsupported(path);
  return document;
}

Result<docx::Document> read_converted(FileKind kind, const std::string& path, std::string bytes,
                                      const InputOptions& options, Budget& budget) {
  Result<std::string> converted = convert_by_office(kind, path, std::move(bytes), options);
  budget.restart();
  if (!converted) return std::move(converted.error());
  const bool is_sheet = kind == FileKind::old_sheet || kind == FileKind::ods;
  Result<docx::Document> document = is_sheet ? xlsx::read_xlsx(std::move(converted.value()), budget)
                                             : docx::read_docx(std::move(converted.value()), budget);
  if (document) return document;
  const Bilingual& why = document.error().message;
  return make_error(Fault::conversion_failed, path, {"转换结果：" + why.zh, "its result: " + why.en});
}

Result<docx::Document> read_as(FileKind kind, const std::string& path, std::string bytes, const InputOptions& options,
                               Budget& budget) {
  switch (kind) {
    case FileKind::docx: return read_word(path, std::move(bytes), budget);
    case FileKind::plain:
    case FileKind::markdown: {
      const std::optional<std::string> text = decode_text(bytes);
      if (!text) return make_error(Fault::unknown_encoding, path);
      return kind == FileKind::plain ? read_text(*text) : read_markdown(*text);
    }
    case FileKind::pdf: {
      Result<docx::Document> document = read_pdf(path, bytes, options);
      budget.restart();
      return document;
    }
    case FileKind::workbook: return xlsx::read_xlsx(std::move(bytes), budget);
    default: return read_converted(kind, path, std::move(bytes), options, budget);
  }
}

}  // namespace

Result<docx::Document> read_input(const std::string& path, std::string bytes, const InputOptions& options,
                                  Budget& budget) {
  const FileKind kind = kind_of(path, bytes);
  Result<docx::Document> document = read_as(kind, path, std::move(bytes), options, budget);
  if (!document) {
    if (document.error().where.empty()) document.error().where = path;
    return document;
  }
  const std::optional<FileKind> promised = kind_of_name(path);
  if (kind != FileKind::docx && promised && *promised != kind) {
    const KindName name = name_of(kind);
    document.value().notes.push_back({"other-format",
                                      {std::string("扩展名与内容不符，实为") + name.zh + "，已按此读取",
                                       std::string("the name does not fit the content, which is ") + name.en},
                                      {}});
  }
  return document;
}

Result<docx::Document> read_input(const std::string& path, std::string bytes, const InputOptions& options) {
  Budget budget{Limits()};
  return read_input(path, std::move(bytes), options, budget);
}

}  // namespace gouji::input
