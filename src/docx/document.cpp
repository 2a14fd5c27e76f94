// SPDX-License-Identifier: Apache-2.0
#include "docx/document.hpp"

namespace gouji::docx {

std::string sheet_cell_name(std::uint32_t row, std::uint32_t column) {
  std::string letters;
  for (; column > 0; column = (column - 1) / 26) letters.insert(0, 1, static_cast<char>('A' + (column - 1) % 26));
  return letters + std::to_string(row);
}

}  // namespace gouji::docx
