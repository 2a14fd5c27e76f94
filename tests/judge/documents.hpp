// One document for every feature that the reader must show as Word does, with the lines that are to be read.
// The unit test fidelity_test compares them; judge.py asks LibreOffice for its opinion.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "docx/document.hpp"

namespace gouji::test {

struct FidelityDocument {
  std::string name;  // "revisions", "charts.docm": the extension is .docx where none is given
  std::string bytes;
  std::vector<std::string> lines;  // see lines_of()
  std::vector<std::string> notes;  // codes
};

[[nodiscard]] std::vector<FidelityDocument> text_documents();
[[nodiscard]] std::vector<FidelityDocument> field_documents();
[[nodiscard]] std::vector<FidelityDocument> list_documents();
[[nodiscard]] std::vector<FidelityDocument> table_documents();
[[nodiscard]] std::vector<FidelityDocument> part_documents();
[[nodiscard]] std::vector<FidelityDocument> all_documents();

/// A paragraph: label and text. A cell: "1,2 text" (row, column from 1; "1,2+1x2" with its spans where it is merged),
/// its paragraphs joined by '/'. Stories other than the body start with "[name] ".
[[nodiscard]] std::vector<std::string> lines_of(const docx::Document& document);

// Short forms for the XML of the documents.
[[nodiscard]] std::string run(const std::string& text, const std::string& properties = {});
[[nodiscard]] std::string para(const std::string& inlines, const std::string& properties = {});
[[nodiscard]] std::string cell(const std::string& text, const std::string& properties = {});
[[nodiscard]] std::string row(const std::string& cells, const std::string& properties = {});
[[nodiscard]] std::string table(int columns, const std::string& rows);

}  // namespace gouji::test
