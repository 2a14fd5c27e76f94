// SPDX-License-Identifier: Apache-2.0
#include "engine/source.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "docx/errors.hpp"
#include "docx/read_docx.hpp"

namespace gouji::engine {
namespace {

std::string extension_of(const std::string& path) {
  std::string extension = std::filesystem::path(path).extension().string();
  std::transform(extension.begin(), extension.end(), extension.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return extension;
}

Error unsupported_format(const std::string& path, const std::string& extension) {
  const std::string zh = extension.empty() ? "" : "（" + extension + "）";
  const std::string en = extension.empty() ? "" : " (" + extension + ")";
  return Error{
      "unsupported-format",
      {"不支持这种文件格式" + zh + "，只能检查 .docx", "unsupported file format" + en + ", only .docx is read"},
      {"请用 Word 或 WPS 打开后另存为 .docx，再检查", "open it in Word or WPS, save it as .docx and check that file"},
      path};
}

}  // namespace

Result<docx::Document> read_document(const std::string& path, std::string bytes) {
  Result<docx::Document> document = docx::read_docx(std::move(bytes));
  if (document) return document;
  Error error = std::move(document.error());
  const std::string extension = extension_of(path);
  const bool is_plainly_other = error.code == docx::code_of(docx::Fault::not_zip);
  if (is_plainly_other && extension != ".docx") return unsupported_format(path, extension);
  if (error.where.empty()) error.where = path;
  return error;
}

}  // namespace gouji::engine
