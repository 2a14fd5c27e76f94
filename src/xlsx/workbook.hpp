// The parts of a workbook that its sheets share: names, shared strings, number formats.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "docx/package.hpp"

namespace gouji::xlsx {

struct SheetEntry {
  std::string name;
  std::string part;  // empty when its relation is lost
  bool is_hidden = false;
};

struct Workbook {
  std::vector<SheetEntry> sheets;
  std::vector<std::string> strings;  // without phonetic guides
  std::vector<std::string> formats;  // by cell style; empty = General
  bool counts_from_1904 = false;
};

/// Broken shared parts become notes of the package: their cells show nothing.
[[nodiscard]] Result<Workbook> read_workbook(docx::Package& package);

/// The text of a string item (si, is) with its runs, phonetic guides left out.
[[nodiscard]] std::string string_of(pugi::xml_node item);

}  // namespace gouji::xlsx
