// A workbook on its way to bytes: the only place that knows libxlsxwriter.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

struct lxw_workbook;
struct lxw_worksheet;
struct lxw_format;

namespace gouji::report {

/// How a cell looks.
enum class CellStyle { plain, header, error, warning, info, muted, title, number };

struct CellLink {
  std::uint16_t column = 0;
  std::string target;  // "internal:'规则'!A3", "external:a.docx"
};

/// One sheet; rows are appended and never come back. Text is never taken for a formula, and is cut at what a cell
/// holds.
class XlsxSheet {
 public:
  XlsxSheet(lxw_worksheet* sheet, const std::vector<lxw_format*>* formats) : sheet_(sheet), formats_(formats) {}

  /// Column widths in characters; a header row that stays in view and carries filters over all rows.
  void begin(const std::vector<std::string>& header, const std::vector<double>& widths);
  /// `styles` may be shorter than the row: the rest is plain. False when the sheet is full.
  bool row(const std::vector<std::string>& cells, const std::vector<CellStyle>& styles = {},
           const std::vector<CellLink>& links = {});
  void number(std::uint16_t column, double value);  // of the row appended last; a count, not a figure of a report
  [[nodiscard]] std::uint32_t rows() const { return next_; }
  void end();

 private:
  lxw_worksheet* sheet_;
  const std::vector<lxw_format*>* formats_;
  std::uint32_t next_ = 0;
  std::uint16_t columns_ = 0;
};

/// A workbook in a temporary file.
class XlsxFile {
 public:
  XlsxFile();
  XlsxFile(const XlsxFile&) = delete;
  XlsxFile& operator=(const XlsxFile&) = delete;
  ~XlsxFile();

  [[nodiscard]] bool is_open() const { return workbook_ != nullptr; }
  /// Sheets stand in the order in which they are added.
  [[nodiscard]] XlsxSheet add(const std::string& name);
  /// The bytes; the workbook is closed and its file gone. Empty when it could not be written.
  [[nodiscard]] std::string take();

 private:
  std::string path_;
  lxw_workbook* workbook_ = nullptr;
  std::vector<lxw_format*> formats_;  // by CellStyle
};

}  // namespace gouji::report
