// Tables of a document for the HTML report: spans, header rows, nested tables, sheets with their own letters and
// numbers.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "gouji/document_text.hpp"
#include "report/html_places.hpp"

namespace gouji::report {

class HtmlTables {
 public:
  /// What is handed in must live as long.
  HtmlTables(const DocumentText& text, const HtmlPlaces& places, const std::string& document, Language language);

  /// The table that is block `index`, with the tables in its cells.
  [[nodiscard]] std::string html(std::size_t index) const;

 private:
  [[nodiscard]] std::string rows(std::size_t index) const;
  [[nodiscard]] std::string cell(std::size_t index, std::size_t cell, bool is_header, std::uint32_t deep) const;

  const DocumentText& text_;
  const HtmlPlaces& places_;
  const std::string& document_;
  Language language_;
  std::map<std::array<std::uint32_t, 3>, std::vector<std::size_t>> nested_;  // by table, row and column around them
};

}  // namespace gouji::report
