// Figures of a plain-format report (docx/plain.hpp), found by form alone: the bench must not share the reader it
// judges.
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/rational.hpp"

namespace gouji::mutation {

struct Figure {
  std::size_t begin = 0;  // bytes of the digits in the whole text
  std::size_t end = 0;
  Rational value;            // as printed
  Rational step;             // one unit of its last printed place
  int digits = 0;            // significant ones
  std::string unit;          // 万元, %, 人, …; the column's place in a table, where cells carry none
  std::size_t sentence = 0;  // running number; a table row is one
};

struct TableCell {
  std::string text;
  std::size_t begin = 0;  // bytes in the whole text, without the blanks around
  std::size_t end = 0;
  std::size_t figure = static_cast<std::size_t>(-1);  // index in Report::figures, when it holds one and nothing else
};

struct PlainTable {
  std::vector<std::vector<TableCell>> rows;
  std::vector<std::size_t> row_begin;  // bytes of each row's line
  std::vector<std::size_t> row_end;    // behind its line feed
};

struct Line {
  std::size_t begin = 0;
  std::size_t end = 0;  // without the line feed
};

struct Report {
  std::string name;
  std::string text;
  std::vector<Line> lines;      // outside tables
  std::vector<Figure> figures;  // text and tables, in order
  std::vector<PlainTable> tables;
};

[[nodiscard]] Report read_report(std::string name, std::string text);

}  // namespace gouji::mutation
