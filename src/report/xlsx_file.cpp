// SPDX-License-Identifier: Apache-2.0
#include "report/xlsx_file.hpp"

#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/utf8.hpp"

namespace gouji::report {
namespace {

constexpr std::uint32_t kMostRows = LXW_ROW_MAX;
constexpr std::size_t kMostUnits = 32'000;  // a cell holds 32,767 UTF-16 units

/// Valid, without what XML forbids, cut to a cell.
std::string cell_text(const std::string& text) {
  const std::string valid = utf8::sanitize(text);
  std::string out;
  std::size_t units = 0;
  for (std::size_t at = 0; at < valid.size() && units < kMostUnits; at += utf8::length(valid[at])) {
    const char32_t code = utf8::decode(valid, at);
    units += code > 0xFFFF ? 2 : 1;
    const bool is_allowed = code >= 0x20 || code == '\n' || code == '\t';
    out += is_allowed && code != 0xFFFE && code != 0xFFFF ? valid.substr(at, utf8::length(valid[at])) : "\xEF\xBF\xBD";
  }
  return out;
}

lxw_format* format_of(lxw_workbook* workbook, CellStyle style) {
  constexpr lxw_color_t kHeaderFill = 0xE8EDF3;
  lxw_format* format = workbook_add_format(workbook);
  format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  if (style != CellStyle::number) format_set_text_wrap(format);
  switch (style) {
    case CellStyle::header:
      format_set_bold(format);
      format_set_bg_color(format, kHeaderFill);
      format_set_border(format, LXW_BORDER_THIN);
      break;
    case CellStyle::error:
      format_set_bold(format);
      format_set_font_color(format, 0xB3261E);
      break;
    case CellStyle::warning:
      format_set_bold(format);
      format_set_font_color(format, 0x8A5A00);
      break;
    case CellStyle::info: format_set_font_color(format, 0x1F5F99); break;
    case CellStyle::muted: format_set_font_color(format, 0x6B7280); break;
    case CellStyle::title: format_set_bold(format); break;
    case CellStyle::plain:
    case CellStyle::number: break;
  }
  return format;
}

}  // namespace

void XlsxSheet::begin(const std::vector<std::string>& header, const std::vector<double>& widths) {
  columns_ = static_cast<std::uint16_t>(header.size());
  for (std::size_t column = 0; column < widths.size(); ++column) {
    const auto at = static_cast<lxw_col_t>(column);
    worksheet_set_column(sheet_, at, at, widths[column], nullptr);
  }
  worksheet_freeze_panes(sheet_, 1, 0);
  row(header, std::vector<CellStyle>(header.size(), CellStyle::header));
}

bool XlsxSheet::row(const std::vector<std::string>& cells, const std::vector<CellStyle>& styles,
                    const std::vector<CellLink>& links) {
  if (next_ >= kMostRows) return false;
  for (std::size_t column = 0; column < cells.size(); ++column) {
    const auto at = static_cast<lxw_col_t>(column);
    const CellStyle style = column < styles.size() ? styles[column] : CellStyle::plain;
    lxw_format* format = (*formats_)[static_cast<std::size_t>(style)];
    const auto link = std::find_if(links.begin(), links.end(), [&](const CellLink& each) { return each.column == at; });
    const std::string text = cell_text(cells[column]);
    // a link that Excel would refuse (too long, odd) leaves the text; the text is written behind it, for the library
    // turns the slashes of what it shows
    if (link != links.end()) worksheet_write_url(sheet_, next_, at, link->target.c_str(), nullptr);
    worksheet_write_string(sheet_, next_, at, text.c_str(), format);
  }
  ++next_;
  return true;
}

void XlsxSheet::number(std::uint16_t column, double value) {
  worksheet_write_number(sheet_, next_ - 1, column, value, (*formats_)[static_cast<std::size_t>(CellStyle::number)]);
}

void XlsxSheet::end() {
  if (next_ > 1 && columns_ > 0) worksheet_autofilter(sheet_, 0, 0, next_ - 1, static_cast<lxw_col_t>(columns_ - 1));
}

XlsxFile::XlsxFile() {
  std::error_code failed;
  std::string pattern = (std::filesystem::temp_directory_path(failed) / "gouji-xlsx-XXXXXX").string();
  const int descriptor = failed ? -1 : mkstemp(pattern.data());
  if (descriptor < 0) return;
  close(descriptor);
  path_ = pattern;
  workbook_ = workbook_new(path_.c_str());
  if (workbook_ == nullptr) return;
  lxw_doc_properties properties{};
  char title[] = "gouji";
  properties.title = title;
  constexpr time_t kFixed = 315'532'800;  // 1980-01-01, the first day that a ZIP archive knows: equal bytes every time
  properties.created = kFixed;
  workbook_set_properties(workbook_, &properties);
  for (int style = 0; style <= static_cast<int>(CellStyle::number); ++style)
    formats_.push_back(format_of(workbook_, static_cast<CellStyle>(style)));
}

XlsxFile::~XlsxFile() {
  if (workbook_ != nullptr) workbook_close(workbook_);
  if (!path_.empty()) std::remove(path_.c_str());
}

XlsxSheet XlsxFile::add(const std::string& name) {
  return {workbook_add_worksheet(workbook_, name.c_str()), &formats_};
}

std::string XlsxFile::take() {
  if (workbook_ == nullptr) return {};
  const lxw_error failed = workbook_close(workbook_);
  workbook_ = nullptr;
  if (failed != LXW_NO_ERROR) return {};
  std::ifstream file(path_, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace gouji::report
