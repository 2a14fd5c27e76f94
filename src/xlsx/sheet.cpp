// SPDX-License-Identifier: Apache-2.0
#include "xlsx/sheet.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "xlsx/number_format.hpp"

namespace gouji::xlsx {
namespace {

using docx::attribute_of;
using docx::child_of;
using docx::local_name;

constexpr std::uint32_t kMostRows = 1'048'576;
constexpr std::uint32_t kMostColumns = 16'384;
constexpr std::uint32_t kMostHiddenColumns = 1'024;  // «hide all to the right» names all of them

struct Reference {
  std::uint32_t row = 0;
  std::uint32_t column = 0;
  [[nodiscard]] bool is_set() const { return row != 0 && column != 0; }
};

/// "$B$12"; not set when it is none, or outside every sheet.
Reference reference_of(std::string_view text) {
  Reference at;
  for (const char c : text) {
    if (c == '$') continue;
    if (c >= 'A' && c <= 'Z' && at.row == 0) {
      at.column = std::min(at.column * 26 + static_cast<std::uint32_t>(c - 'A' + 1), kMostColumns + 1);
    } else if (c >= '0' && c <= '9') {
      at.row = std::min(at.row * 10 + static_cast<std::uint32_t>(c - '0'), kMostRows + 1);
    } else {
      return {};
    }
  }
  return at.row > kMostRows || at.column > kMostColumns ? Reference{} : at;
}

std::uint32_t number_of(const char* text) { return static_cast<std::uint32_t>(std::max(docx::to_int(text, 0), 0)); }

class Reader {
 public:
  Reader(const Workbook& workbook, const Budget& budget) : workbook_(workbook), budget_(budget) {}

  Sheet read(pugi::xml_node root) {
    hide_columns(child_of(root, "cols"));
    std::uint32_t row = 0;
    for (const pugi::xml_node each : child_of(root, "sheetData").children()) {
      if (local_name(each.name()) != "row") continue;
      const std::uint32_t own = number_of(attribute_of(each, "r"));
      row = own != 0 ? own : row + 1;
      if (row > kMostRows || budget_.is_spent_by_now()) break;
      const bool is_hidden = docx::is_set(each, "hidden");
      if (is_hidden) sheet_.hidden_rows.push_back(row);
      read_row(each, row, is_hidden);
    }
    std::sort(sheet_.hidden_rows.begin(), sheet_.hidden_rows.end());
    std::stable_sort(sheet_.cells.begin(), sheet_.cells.end(), [](const SheetCell& a, const SheetCell& b) {
      return std::pair(a.row, a.column) < std::pair(b.row, b.column);
    });
    merge(child_of(root, "mergeCells"));
    return std::move(sheet_);
  }

 private:
  void hide_columns(pugi::xml_node columns) {
    for (const pugi::xml_node each : columns.children()) {
      if (!docx::is_set(each, "hidden")) continue;
      const std::uint32_t first = std::max(number_of(attribute_of(each, "min")), 1u);
      const std::uint32_t last = std::min(number_of(attribute_of(each, "max")), kMostColumns);
      for (std::uint32_t column = first; column <= last && column - first < kMostHiddenColumns; ++column)
        sheet_.hidden_columns.push_back(column);
    }
    std::sort(sheet_.hidden_columns.begin(), sheet_.hidden_columns.end());
  }

  void read_row(pugi::xml_node node, std::uint32_t row, bool is_hidden) {
    std::uint32_t column = 0;
    for (const pugi::xml_node each : node.children()) {
      if (local_name(each.name()) != "c") continue;
      const char* name = attribute_of(each, "r");
      const Reference at = name != nullptr ? reference_of(name) : Reference{};
      column = at.is_set() ? at.column : column + 1;
      if (column > kMostColumns) return;
      SheetCell cell;
      cell.row = row;
      cell.column = column;
      show(each, cell);
      if (cell.text.empty()) continue;
      if (is_hidden || std::binary_search(sheet_.hidden_columns.begin(), sheet_.hidden_columns.end(), cell.column)) {
        ++sheet_.hidden_cells;
        continue;
      }
      sheet_.cells.push_back(std::move(cell));
    }
  }

  void show(pugi::xml_node node, SheetCell& cell) {
    const char* kind = attribute_of(node, "t");
    const std::string_view type = kind == nullptr ? "n" : kind;
    const pugi::xml_node value = child_of(node, "v");
    const char* stored = value.text().get();
    if (type == "inlineStr") {
      cell.text = string_of(child_of(node, "is"));
    } else if (!value) {
      if (child_of(node, "f")) ++sheet_.uncalculated;
    } else if (type == "s") {
      const int index = docx::to_int(stored, -1);
      if (index >= 0 && static_cast<std::size_t>(index) < workbook_.strings.size())
        cell.text = workbook_.strings[static_cast<std::size_t>(index)];
    } else if (type == "b") {
      cell.text = std::string_view(stored) == "1" ? "TRUE" : "FALSE";
    } else if (type == "n") {
      const auto style = static_cast<std::size_t>(std::max(docx::to_int(attribute_of(node, "s"), 0), 0));
      const std::string_view format = style < workbook_.formats.size() ? workbook_.formats[style] : std::string_view{};
      cell.text = *stored == '\0' ? std::string() : number_text(stored, format, workbook_.counts_from_1904);
      cell.is_number = true;
    } else {
      if (type == "e") ++sheet_.errors;
      cell.text = stored;
    }
  }

  void merge(pugi::xml_node merges) {
    std::unordered_map<std::uint64_t, std::size_t> at;
    for (std::size_t i = 0; i < sheet_.cells.size(); ++i) at[key(sheet_.cells[i].row, sheet_.cells[i].column)] = i;
    for (const pugi::xml_node each : merges.children()) {
      const char* name = attribute_of(each, "ref");
      const std::string_view range = name == nullptr ? "" : name;
      const std::size_t colon = range.find(':');
      if (colon == std::string_view::npos) continue;
      const Reference from = reference_of(range.substr(0, colon));
      const Reference to = reference_of(range.substr(colon + 1));
      if (!from.is_set() || !to.is_set() || to.row < from.row || to.column < from.column) continue;
      const auto found = at.find(key(from.row, from.column));
      if (found == at.end()) continue;
      SheetCell& cell = sheet_.cells[found->second];
      cell.row_span = to.row - from.row + 1;
      cell.column_span = to.column - from.column + 1;
    }
  }

  static std::uint64_t key(std::uint32_t row, std::uint32_t column) {
    return (static_cast<std::uint64_t>(row) << 32) | column;
  }

  const Workbook& workbook_;
  const Budget& budget_;
  Sheet sheet_;
};

}  // namespace

Sheet read_sheet(pugi::xml_node sheet, const Workbook& workbook, const Budget& budget) {
  return Reader(workbook, budget).read(sheet);
}

}  // namespace gouji::xlsx
