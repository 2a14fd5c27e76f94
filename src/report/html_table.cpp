// SPDX-License-Identifier: Apache-2.0
#include "report/html_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <variant>

#include "base/utf8.hpp"
#include "report/escape.hpp"
#include "report/words.hpp"

namespace gouji::report {
namespace {

constexpr std::uint32_t kMostRowSpan = 65534;  // what HTML knows
constexpr std::uint32_t kMostColumnSpan = 1000;

/// Digits with signs, separators, brackets and a percent sign, or a dash for none: set to the right, under each other.
bool is_figure(const std::string& text) {
  constexpr std::u32string_view kAround = U" \u3000,.，．%％‰+-−－–—()（）￥¥*";
  constexpr std::u32string_view kNone = U"-−－–—";
  bool has_value = false;
  for (std::size_t at = 0; at < text.size(); at += utf8::length(text[at])) {
    const char32_t code = utf8::decode(text, at);
    const bool is_digit = (code >= '0' && code <= '9') || (code >= 0xFF10 && code <= 0xFF19);
    has_value = has_value || is_digit || kNone.find(code) != std::u32string_view::npos;
    if (!is_digit && kAround.find(code) == std::u32string_view::npos) return false;
  }
  return has_value;
}

/// "B" of "B12" and "12".
std::string letters_of(const std::string& name) { return name.substr(0, name.find_first_of("0123456789")); }
std::string digits_of(const std::string& name) { return name.substr(std::min(name.size(), letters_of(name).size())); }

bool is_sheet(const TextTable& table) {
  return std::any_of(table.cells.begin(), table.cells.end(), [](const TextCell& cell) { return !cell.name.empty(); });
}

/// The letters over a sheet's columns.
std::string letter_row(const TextTable& table) {
  std::map<std::uint32_t, std::string> letters;
  for (const TextCell& cell : table.cells) letters.try_emplace(cell.column, letters_of(cell.name));
  std::string out = "<tr><td class=\"rc\"></td>";
  std::uint32_t column = 1;
  for (const auto& [at, letter] : letters) {
    if (at > column)
      out += fmt::format("<td class=\"rc\" colspan=\"{}\"></td>", std::min(at - column, kMostColumnSpan));
    out += "<th class=\"rc\" scope=\"col\">" + escape_xml(letter) + "</th>";
    column = at + 1;
  }
  return out + "</tr>\n";
}

}  // namespace

HtmlTables::HtmlTables(const DocumentText& text, const HtmlPlaces& places, const std::string& document,
                       Language language)
    : text_(text), places_(places), document_(document), language_(language) {
  for (std::size_t index = 0; index < text.blocks.size(); ++index) {
    const auto* table = std::get_if<TextTable>(&text.blocks[index]);
    // a nested table stands behind the one around it, so that cells cannot lead in a circle
    if (table != nullptr && table->parent_table != 0 && table->parent_table < table->number)
      nested_[{table->parent_table, table->parent_row, table->parent_column}].push_back(index);
  }
}

std::string HtmlTables::html(std::size_t index) const {
  const auto& table = std::get<TextTable>(text_.blocks[index]);
  const std::string name = fmt::format(fmt::runtime(language_ == Language::zh ? "表{}" : "Table {}"), table.number);
  return fmt::format(
      "<div class=\"wide\" role=\"group\" aria-label=\"{0}\" tabindex=\"0\">\n<table>\n<caption>{0}</caption>\n{1}</table>\n"
      "</div>\n",
      name, rows(index));
}

std::string HtmlTables::rows(std::size_t index) const {
  const auto& table = std::get<TextTable>(text_.blocks[index]);
  const bool has_names = is_sheet(table);
  const std::uint32_t headers = std::min(table.header_rows, table.rows);
  std::string out;
  if (has_names || headers > 0) out += "<thead>\n";
  if (has_names) out += letter_row(table);
  if (has_names && headers == 0) out += "</thead>\n";
  if (headers == 0) out += "<tbody>\n";

  std::map<std::uint32_t, std::uint32_t> covered;  // column to the last row that a merged cell above covers
  std::size_t next = 0;
  for (std::uint32_t row = 1; next < table.cells.size(); ++row) {
    std::uint32_t column = 1;
    const auto skip_covered = [&] {
      for (auto at = covered.find(column); at != covered.end() && at->second >= row; at = covered.find(column))
        ++column;
    };
    out += "<tr>";
    if (has_names) {
      const bool is_own = table.cells[next].row == row;
      out +=
          "<th class=\"rc\" scope=\"row\">" + (is_own ? escape_xml(digits_of(table.cells[next].name)) : "") + "</th>";
    }
    for (; next < table.cells.size() && table.cells[next].row <= row; ++next) {
      const TextCell& at = table.cells[next];
      skip_covered();
      for (std::uint32_t gap = 0; column < at.column; skip_covered()) {
        for (gap = 0; column < at.column && !(covered.contains(column) && covered[column] >= row); ++gap) ++column;
        if (gap == 1) out += "<td class=\"gap\"></td>";
        if (gap > 1) out += fmt::format("<td class=\"gap\" colspan=\"{}\"></td>", std::min(gap, kMostColumnSpan));
      }
      // a header cell ends with the header: HTML would cut it there, and the cells below would move
      const std::uint32_t deep = row <= headers ? std::min(at.row_span, headers - row + 1) : at.row_span;
      out += cell(index, next, row <= headers, deep);
      const std::uint32_t span = std::clamp(at.column_span, 1U, kMostColumnSpan);
      for (std::uint32_t each = 0; deep > 1 && each < span; ++each) covered[at.column + each] = row + deep - 1;
      column = std::max(column, at.column + span);
    }
    out += "</tr>\n";
    if (row == headers) out += "</thead>\n<tbody>\n";
  }
  if (headers > 0 && (table.cells.empty() || table.cells.back().row < headers)) out += "</thead>\n<tbody>\n";
  return out + "</tbody>\n";
}

std::string HtmlTables::cell(std::size_t index, std::size_t cell, bool is_header, std::uint32_t deep) const {
  const auto& table = std::get<TextTable>(text_.blocks[index]);
  const TextCell& at = table.cells[cell];
  std::string out = is_header ? "<th scope=\"col\"" : "<td";
  if (!is_header && is_figure(at.text)) out += " class=\"num\"";
  if (deep > 1) out += fmt::format(" rowspan=\"{}\"", std::min(deep, kMostRowSpan));
  if (at.column_span > 1) out += fmt::format(" colspan=\"{}\"", std::min(at.column_span, kMostColumnSpan));
  out += '>' + marked_html(at.text, places_.on(index, cell), document_, language_);
  const auto inside = nested_.find({table.number, at.row, at.column});
  if (inside != nested_.end()) {
    for (const std::size_t each : inside->second) out += '\n' + html(each);
  }
  return out + (is_header ? "</th>" : "</td>");
}

}  // namespace gouji::report
