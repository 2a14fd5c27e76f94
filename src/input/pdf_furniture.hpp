// Headers, footers and page numbers: what stands at the same height of page after page.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "input/pdf_page.hpp"

namespace gouji::input {

struct PdfFurniture {
  std::vector<std::string> headers;  // each text once, as its first page has it
  std::vector<std::string> footers;  // page numbers are taken out and not kept
};

/// Takes their words out of the pages, from which the tables have been taken: a header row repeats, too.
[[nodiscard]] PdfFurniture take_furniture(std::vector<PdfPage>& pages);

}  // namespace gouji::input
